package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.processor.spec.RelocationSpec;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolPosition;

/** A relocation's symbol and position as the kernel can have them. */
final class RelocationSymbolCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.patch().relocations().forEach(relocation -> check(relocation, findings));
    }

    private static void check(RelocationSpec relocation, Findings findings) {
        findings.addProblem(
                DiagnosticCode.SYMBOL_NAME,
                relocation.symbol(),
                "symbol name",
                SymbolName.problem(relocation.symbol().value()));
        findings.addProblem(
                DiagnosticCode.SYMPOS,
                relocation.sympos(),
                "sympos",
                SymbolPosition.problem(relocation.sympos().value()));
    }
}
