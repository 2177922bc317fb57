package dev.klp.diagnostics;

/**
 * A line below a diagnostic's text.
 *
 * @param kind what the line is for
 * @param text the line, lower-case start, no full stop
 */
public record Hint(Kind kind, String text) {
    /** What a hint is for. */
    public enum Kind {
        /** What to write instead. */
        HELP,
        /** Why it is so, or what else is known. */
        NOTE
    }

    /** A line that says what to write instead. */
    public static Hint help(String text) {
        return new Hint(Kind.HELP, text);
    }

    /** A line that says why it is so. */
    public static Hint note(String text) {
        return new Hint(Kind.NOTE, text);
    }

    /** The line as it is printed: {@code help: write 'i2c_dev'}. */
    public String line() {
        return switch (kind) {
            case HELP -> "help: " + text;
            case NOTE -> "note: " + text;
        };
    }
}
