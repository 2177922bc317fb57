package dev.klp.processor.javasource;

import java.util.ArrayList;
import java.util.List;

/** Takes the escapes of a literal's content for what they mean (JLS 3.10.7), and counts lines while doing so. */
final class Escapes {
    private final String content;
    private final StringBuilder value = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();
    private int line;
    private int at;

    private Escapes(String content, int line) {
        this.content = content;
        this.line = line;
    }

    /**
     * @param content what stands between the quotes, of a text block without its indentation, with {@code \n} at the end of
     *     lines
     * @param start the line of the literal
     * @param first the line on which the content begins
     */
    static JavaLiteral translate(String content, int start, int first) {
        Escapes escapes = new Escapes(content, first);
        escapes.lines.add(first);
        while (escapes.at < content.length()) {
            escapes.next();
        }
        return new JavaLiteral(start, escapes.value.toString(), escapes.lines);
    }

    private void next() {
        char c = content.charAt(at++);
        if (c == '\n') {
            line++;
            append('\n');
        } else if (c == '\\' && at < content.length()) {
            escape(content.charAt(at++));
        } else {
            append(c);
        }
    }

    private void escape(char c) {
        switch (c) {
            case 'b' -> append('\b');
            case 't' -> append('\t');
            case 'n' -> append('\n');
            case 'f' -> append('\f');
            case 'r' -> append('\r');
            case 's' -> append(' ');
            // A line that goes on in the next one.
            case '\n' -> line++;
            default -> {
                if (c >= '0' && c <= '7') {
                    octal(c);
                } else {
                    append(c);
                }
            }
        }
    }

    private void octal(char first) {
        int most = first <= '3' ? 3 : 2;
        int code = first - '0';
        for (int digits = 1; digits < most && at < content.length(); digits++) {
            int digit = content.charAt(at) - '0';
            if (digit < 0 || digit > 7) {
                break;
            }
            code = code * 8 + digit;
            at++;
        }
        append((char) code);
    }

    private void append(char c) {
        value.append(c);
        if (c == '\n') {
            lines.add(line);
        }
    }
}
