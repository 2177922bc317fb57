package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.csource.BrokenString;
import dev.klp.processor.spec.CodeSpec;

/** Java reads C text in an annotation first: {@code \n} is the end of a line there, in the middle of a string of C. */
final class CodeStringCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        for (CodeSpec code : subject.patch().code()) {
            BrokenString.first(code.text().value())
                    .ifPresent(string -> findings.add(
                            DiagnosticCode.CODE_STRING,
                            code.text().position(),
                            "the C string " + Quote.of(string) + " does not end on its line",
                            Hint.note("Java reads the text first and ends the line at \\n"),
                            Hint.help("write \\\\n for the \\n of a C string")));
        }
    }
}
