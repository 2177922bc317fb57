package dev.klp.processor;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.Position;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** An exception that should not have been. */
final class Defect {
    private Defect() {}

    /** One error at the patch that was being treated. */
    static Diagnostic<Position> diagnostic(Position position, RuntimeException exception, boolean withStackTrace) {
        List<Hint> hints = new ArrayList<>();
        hints.add(Hint.help("please report it, with this message and the source"));
        if (withStackTrace) {
            StringWriter trace = new StringWriter();
            exception.printStackTrace(new PrintWriter(trace));
            hints.add(Hint.note(trace.toString().strip()));
        } else {
            hints.add(Hint.note("-A" + Option.DEBUG.key() + "=true adds a stack trace"));
        }
        return new Diagnostic<>(
                DiagnosticCode.INTERNAL, position, "internal error of the annotation processor: " + exception, hints);
    }
}
