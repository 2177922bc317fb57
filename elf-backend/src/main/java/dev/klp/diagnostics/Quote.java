package dev.klp.diagnostics;

/** Foreign text inside a message. */
public final class Quote {
    private static final int LONGEST = 80;

    private Quote() {}

    /**
     * The text between single quotes on one line: what cannot be seen is written as {@code \}{@code uXXXX}, what is
     * longer than 80 characters is cut.
     */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().limit(LONGEST).forEach(c -> append(quoted, c));
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…'" : "'")
                .toString();
    }

    private static void append(StringBuilder quoted, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> quoted.append("\\u%04X".formatted(c));
            default -> quoted.appendCodePoint(c);
        }
    }
}
