package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.templates.model.CIdentifier;

/** The names of callbacks and hooks are names of C functions. */
final class CalledFunctionCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.patch()
                .calledBack()
                .forEach(function -> findings.addProblem(
                        DiagnosticCode.CALLED_FUNCTION, function, "C function", CIdentifier.problem(function.value())));
    }
}
