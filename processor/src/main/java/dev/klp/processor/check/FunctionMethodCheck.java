package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.FunctionSpec;

/** A method only names the function: parameters and a body would look as if they meant something. */
final class FunctionMethodCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.patch().functions().forEach(function -> check(function, findings));
    }

    private static void check(FunctionSpec function, Findings findings) {
        String text = "the method for '" + function.oldName().value() + "' has ";
        if (function.hasParameters()) {
            findings.add(
                    DiagnosticCode.FUNCTION_METHOD,
                    function.method(),
                    text + "parameters",
                    Hint.help("leave them out: the new function's prototype stands in the C file"));
        }
        if (function.hasBody()) {
            findings.add(
                    DiagnosticCode.FUNCTION_METHOD,
                    function.method(),
                    text + "a body",
                    Hint.help("declare it without one, in an interface or as abstract: the new function stands in C"));
        }
    }
}
