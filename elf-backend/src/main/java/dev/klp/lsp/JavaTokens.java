package dev.klp.lsp;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a Java source apart as far as annotations need it. The source may be unfinished, as it is while somebody types: a literal
 * without closing quotes ends with its line (Java Language Specification, 3.10.5).
 */
final class JavaTokens {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String source;
    private final List<JavaToken> tokens = new ArrayList<>();
    private int at;

    private JavaTokens(String source) {
        this.source = source;
    }

    static List<JavaToken> of(String source) {
        JavaTokens tokens = new JavaTokens(source);
        while (tokens.at < source.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        char character = source.charAt(at);
        if (Character.isWhitespace(character)) {
            at++;
        } else if (source.startsWith("//", at)) {
            at = endOfLine(at);
        } else if (source.startsWith("/*", at)) {
            skipPast("*/", at + 2);
        } else if (source.startsWith(TEXT_BLOCK, at)) {
            skipTextBlock();
        } else if (character == '"' || character == '\'') {
            literal(character);
        } else if (Character.isJavaIdentifierStart(character)) {
            int start = at;
            while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
                at++;
            }
            tokens.add(new JavaToken(JavaToken.Kind.IDENTIFIER, start, at));
        } else {
            tokens.add(new JavaToken(JavaToken.Kind.OTHER, at, ++at));
        }
    }

    private void literal(char quote) {
        int start = at + 1;
        int limit = endOfLine(start);
        int end = start;
        while (end < limit && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, limit);
        tokens.add(new JavaToken(quote == '"' ? JavaToken.Kind.STRING : JavaToken.Kind.OTHER, start, end));
        at = Math.min(end + 1, source.length());
    }

    private void skipTextBlock() {
        at += TEXT_BLOCK.length();
        while (at < source.length() && !source.startsWith(TEXT_BLOCK, at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + TEXT_BLOCK.length(), source.length());
    }

    private void skipPast(String text, int from) {
        int found = source.indexOf(text, from);
        at = found < 0 ? source.length() : found + text.length();
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
