package dev.klp.processor.javasource;

import java.util.ArrayList;
import java.util.List;

/** Finds the string literals and text blocks of a Java file (JLS 3.7, 3.10.4 to 3.10.6). */
public final class JavaLiterals {
    private static final String BLOCK = "\"\"\"";

    private final String text;
    private final List<JavaLiteral> literals = new ArrayList<>();
    private int at;
    private int line = 1;

    private JavaLiterals(String text) {
        this.text = text;
    }

    /**
     * All of them, in order. Text that is no Java gives an answer too, if none of use. Unicode escapes are not looked through: a
     * literal with one has another value here.
     */
    public static List<JavaLiteral> of(String text) {
        JavaLiterals reader = new JavaLiterals(text.replace("\r\n", "\n").replace('\r', '\n'));
        while (reader.at < reader.text.length()) {
            reader.next();
        }
        return List.copyOf(reader.literals);
    }

    private void next() {
        if (text.startsWith("//", at)) {
            skip(end("\n", at));
        } else if (text.startsWith("/*", at)) {
            skip(end("*/", at + 2) + 2);
        } else if (text.startsWith(BLOCK, at)) {
            block();
        } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
            quoted(text.charAt(at));
        } else {
            skip(at + 1);
        }
    }

    private void block() {
        int start = line;
        int content = end("\n", at) + 1;
        int close = content;
        while (close < text.length() && !text.startsWith(BLOCK, close)) {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        if (close < text.length()) {
            literals.add(Escapes.translate(text.substring(content, close).stripIndent(), start, start + 1));
        }
        skip(close + BLOCK.length());
    }

    /** A string or a character constant; one that is not closed ends with its line. */
    private void quoted(char quote) {
        int close = at + 1;
        while (close < text.length() && text.charAt(close) != quote && text.charAt(close) != '\n') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        if (quote == '"' && close < text.length() && text.charAt(close) == quote) {
            literals.add(Escapes.translate(text.substring(at + 1, close), line, line));
        }
        skip(close + 1);
    }

    private int end(String delimiter, int from) {
        int found = text.indexOf(delimiter, from);
        return found < 0 ? text.length() : found;
    }

    private void skip(int to) {
        int end = Math.min(to, text.length());
        line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
        at = end;
    }
}
