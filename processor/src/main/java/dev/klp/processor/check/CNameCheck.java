package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.RelocationSpec;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.SymbolName;

/** The name by which C code calls a symbol is one of C; a symbol that has another kind of name needs one. */
final class CNameCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.patch().relocations().forEach(relocation -> check(relocation, findings));
    }

    private static void check(RelocationSpec relocation, Findings findings) {
        Positioned<String> cName = relocation.cName();
        String problem = CIdentifier.problem(cName.value());
        if (cName.given()) {
            findings.addProblem(DiagnosticCode.C_NAME, cName, "C name", problem);
        } else if (problem != null && SymbolName.problem(cName.value()) == null) {
            findings.add(
                    DiagnosticCode.C_NAME,
                    relocation.symbol().position(),
                    "C cannot call the symbol " + Quote.of(cName.value()) + " by its own name, which " + problem,
                    Hint.help("give it a name for the C code: cName = \"...\""));
        }
    }
}
