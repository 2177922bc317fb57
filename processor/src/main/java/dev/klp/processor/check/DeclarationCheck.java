package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.RelocationSpec;
import dev.klp.templates.model.CDeclaration;
import dev.klp.templates.model.CIdentifier;

/** A declaration is one, and it declares the name by which the C code calls the symbol. */
final class DeclarationCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.patch()
                .relocations()
                .filter(RelocationSpec::isDeclared)
                .forEach(relocation -> check(relocation, findings));
    }

    private static void check(RelocationSpec relocation, Findings findings) {
        String text = relocation.declaration().value();
        String problem = CDeclaration.problem(text);
        findings.addProblem(DiagnosticCode.DECLARATION, relocation.declaration(), "declaration", problem);
        String cName = relocation.cName().value();
        if (problem != null || CIdentifier.problem(cName) != null) {
            return;
        }
        String declared = new CDeclaration(text).name().text();
        if (!declared.equals(cName)) {
            findings.add(
                    DiagnosticCode.DECLARED_NAME,
                    relocation.declaration().position(),
                    "the declaration is of " + Quote.of(declared) + ", the relocation of " + Quote.of(cName),
                    Hint.help("declare '" + cName + "', or write cName = \"" + declared
                            + "\" if the C code is to call it so"));
        }
    }
}
