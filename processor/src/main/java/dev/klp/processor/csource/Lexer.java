package dev.klp.processor.csource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a C file into tokens (C11 6.4). Comments and preprocessor lines go, but for the names of the macros. */
final class Lexer {
    private static final Pattern DEFINE = Pattern.compile("\\s*#\\s*define\\s+([A-Za-z_]\\w*)");
    /** Of the operators those alone that must not be taken for something else. */
    private static final List<String> LONG_OPERATORS = List.of("...", "->", "==", "!=", "<=", ">=");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> macros = new TreeSet<>();
    private int at;
    private int line = 1;
    private boolean lineStart = true;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a file, and the names that it defines as macros. */
    record Lexed(List<Token> tokens, Set<String> macros) {}

    static Lexed lex(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return new Lexed(List.copyOf(lexer.tokens), Set.copyOf(lexer.macros));
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            lineStart = true;
            line++;
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("\\\n", at)) {
            line++;
            at += 2;
        } else if (text.startsWith("//", at)) {
            skipLine();
        } else if (text.startsWith("/*", at)) {
            skipTo(text.indexOf("*/", at + 2), 2);
        } else if (c == '#' && lineStart) {
            directive();
        } else {
            lineStart = false;
            token(c);
        }
    }

    private void token(char c) {
        int start = at;
        if (c == '"' || c == '\'') {
            literal(c);
        } else if (isWordPart(c)) {
            boolean number = Character.isDigit(c);
            while (at < text.length() && (isWordPart(text.charAt(at)) || number && text.charAt(at) == '.')) {
                at++;
            }
            add(number ? Token.Kind.NUMBER : Token.Kind.WORD, text.substring(start, at));
        } else {
            String operator = LONG_OPERATORS.stream()
                    .filter(one -> text.startsWith(one, at))
                    .findFirst()
                    .orElse(String.valueOf(c));
            at += operator.length();
            add(Token.Kind.PUNCTUATION, operator);
        }
    }

    private void add(Token.Kind kind, String characters) {
        tokens.add(new Token(kind, characters, line));
    }

    /** A string or a character constant, which ends at its quote or, where that is missing, at the end of its line. */
    private void literal(char quote) {
        add(Token.Kind.TEXT, String.valueOf(quote));
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                line += text.charAt(at) == '\n' ? 1 : 0;
            }
            at++;
        }
        at = Math.min(text.length(), at + (at < text.length() && text.charAt(at) == quote ? 1 : 0));
    }

    private void directive() {
        int start = at;
        Matcher define = DEFINE.matcher(text).region(at, text.length());
        if (define.lookingAt()) {
            macros.add(define.group(1));
        }
        // A comment within a directive may go on on the next line, and the directive with it.
        while (at < text.length() && text.charAt(at) != '\n') {
            if (text.startsWith("\\\n", at)) {
                line++;
                at += 2;
            } else if (text.startsWith("/*", at)) {
                skipTo(text.indexOf("*/", at + 2), 2);
            } else if (text.startsWith("//", at)) {
                skipLine();
            } else {
                at++;
            }
        }
        if (at == start) {
            throw new AssertionError("a directive is at least its sign");
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            line += text.startsWith("\\\n", at) ? 1 : 0;
            at += text.startsWith("\\\n", at) ? 2 : 1;
        }
    }

    private void skipTo(int end, int length) {
        int stop = end < 0 ? text.length() : end + length;
        line += (int) text.substring(at, stop).chars().filter(c -> c == '\n').count();
        at = stop;
    }

    private static boolean isWordPart(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }
}
