package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.processor.spec.FunctionSpec;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolPosition;

/** The old function's name and position as the kernel can have them, the new one's as C can. */
final class FunctionNameCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.patch().functions().forEach(function -> check(function, findings));
    }

    private static void check(FunctionSpec function, Findings findings) {
        findings.addProblem(
                DiagnosticCode.SYMBOL_NAME,
                function.oldName(),
                "function name",
                SymbolName.problem(function.oldName().value()));
        findings.addProblem(
                DiagnosticCode.SYMPOS,
                function.sympos(),
                "sympos",
                SymbolPosition.problem(function.sympos().value()));
        findings.addProblem(
                DiagnosticCode.NEW_FUNCTION,
                function.newFunc(),
                "new function",
                CIdentifier.problem(function.newFunc().value()));
    }
}
