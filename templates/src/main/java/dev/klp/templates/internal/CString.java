package dev.klp.templates.internal;

import java.nio.charset.StandardCharsets;

/** String literals of C. */
final class CString {
    private CString() {}

    /**
     * The literal for a text, quotes included. What is not visible ASCII becomes three octal digits per byte of its UTF-8
     * form: never more than three are taken for one byte (C11 6.4.4.4), so the digits that follow stay what they are,
     * and the C file itself is plain ASCII. {@code ?} after {@code ?} is escaped against trigraphs (C11 5.2.1.1).
     */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        int previous = 0;
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            int c = unit & 0xff;
            if (c == '"' || c == '\\' || (c == '?' && previous == '?')) {
                literal.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7f) {
                literal.append((char) c);
            } else {
                literal.append("\\%03o".formatted(c));
            }
            previous = c;
        }
        return literal.append('"').toString();
    }
}
