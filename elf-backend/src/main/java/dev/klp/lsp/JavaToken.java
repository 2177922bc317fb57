package dev.klp.lsp;

/**
 * One token of a Java source.
 *
 * @param kind what it is
 * @param start the offset of its first character; of a literal, of the first one behind the quotes
 * @param end the offset behind its last character; of a literal, of the closing quotes or of the end of the line if they are
 *     missing
 */
record JavaToken(Kind kind, int start, int end) {
    enum Kind {
        IDENTIFIER,
        /** A string literal on one line. */
        STRING,
        /** Any other single character, numbers and character literals included. */
        OTHER
    }

    String text(String source) {
        return source.substring(start, end);
    }

    boolean is(String source, char character) {
        return kind == Kind.OTHER && end == start + 1 && source.charAt(start) == character;
    }
}
