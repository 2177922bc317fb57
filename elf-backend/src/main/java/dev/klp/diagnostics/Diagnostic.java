package dev.klp.diagnostics;

import java.util.List;

/**
 * One finding.
 *
 * @param <P> where a finding can be: an annotation value, a section of a file
 * @param code which mistake it is
 * @param position where it is
 * @param text what is wrong: lower-case start, no full stop, values between single quotes
 * @param hints the lines below it
 */
public record Diagnostic<P>(DiagnosticCode code, P position, String text, List<Hint> hints) {
    public Diagnostic {
        hints = List.copyOf(hints);
    }

    /** A finding with its hints. */
    public static <P> Diagnostic<P> of(DiagnosticCode code, P position, String text, Hint... hints) {
        return new Diagnostic<>(code, position, text, List.of(hints));
    }

    /** The severity of its code. */
    public Severity severity() {
        return code.severity();
    }

    /** The text as it is printed: {@code [KLP012] text}, then one line per hint, without a line feed at the end. */
    public String message() {
        StringBuilder message =
                new StringBuilder("[").append(code.id()).append("] ").append(text);
        hints.forEach(hint -> message.append('\n').append(hint.line()));
        return message.toString();
    }
}
