package dev.klp.cli;

import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Severity;
import dev.klp.livepatch.verify.Finding;
import dev.klp.livepatch.verify.KernelAnswer;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Findings for a person: a line each, below it what the kernel does, and what helps. */
final class FindingText {
    private final PrintStream out;
    private final Ansi style;

    FindingText(PrintStream out, Ansi style) {
        this.out = out;
        this.style = style;
    }

    void print(VerificationReport report) {
        report.findings().forEach(finding -> print(report.file(), finding));
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        String verdict = errors > 0 ? painted("unfit", Ansi.Style.fg_red) : painted("fit", Ansi.Style.fg_green);
        out.println(report.file() + ": " + verdict + " for Linux " + report.kernel()
                + (errors + warnings == 0 ? "" : ": " + counted(errors, "error") + ", " + counted(warnings, "warning"))
                + (report.target().index() == null ? " (symbols not checked, no --kernel given)" : ""));
    }

    private void print(String file, Finding finding) {
        boolean error = finding.severity() == Severity.ERROR;
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        out.println(file + ": " + painted(severity, error ? Ansi.Style.fg_red : Ansi.Style.fg_yellow) + ": " + finding);
        out.println("    kernel: " + words(finding.answer()));
        for (Hint hint : finding.hints()) {
            out.println("    " + hint.line());
        }
    }

    private static String words(KernelAnswer answer) {
        String error = answer.error() == null ? "" : " (" + answer.error() + ")";
        return answer.outcome().text() + error + (answer.message() == null ? "" : ": \"" + answer.message() + "\"");
    }

    private String painted(String text, Ansi.Style color) {
        return style.enabled() ? Ansi.Style.bold.on() + color.on() + text + Ansi.Style.reset.on() : text;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
