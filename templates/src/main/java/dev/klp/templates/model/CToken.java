package dev.klp.templates.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One token of a C declaration. */
record CToken(Kind kind, String text) {
    enum Kind {
        WORD,
        NUMBER,
        PUNCTUATION
    }

    private static final Set<String> TAG_KEYWORDS = Set.of("struct", "union", "enum");

    boolean is(String punctuation) {
        return kind == Kind.PUNCTUATION && text.equals(punctuation);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether this is a word that may name something: no keyword. */
    boolean isName() {
        return isWord() && !CIdentifier.isKeyword(text);
    }

    boolean isTagKeyword() {
        return isWord() && TAG_KEYWORDS.contains(text);
    }

    static List<CToken> tokens(String text) throws CSyntaxException {
        List<CToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
                continue;
            }
            int end = at + 1;
            Kind kind = Kind.PUNCTUATION;
            if (Texts.isIdentifierPart(c)) {
                kind = Texts.isDigit(c) ? Kind.NUMBER : Kind.WORD;
                while (end < text.length() && Texts.isIdentifierPart(text.charAt(end))) {
                    end++;
                }
            } else if (text.startsWith("...", at)) {
                end = at + 3;
            } else if ("*()[],".indexOf(c) < 0) {
                throw new CSyntaxException(unexpected(c));
            }
            tokens.add(new CToken(kind, text.substring(at, end)));
            at = end;
        }
        return tokens;
    }

    private static String unexpected(char c) {
        return "contains " + Texts.show(c)
                + switch (c) {
                    case ';' -> ", the semicolon is added";
                    case '=' -> ", a declaration of a kernel symbol has no initial value";
                    case '{', '}' -> ", name the type and take its header in by 'headers'";
                    case '\n', '\r' -> ", it must be one line";
                    default -> ", which no declaration needs";
                };
    }
}
