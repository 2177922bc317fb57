package dev.klp.templates.model;

import java.util.List;

/** Walks along a declarator (C11 6.7.6) to the declared name and out again. The brackets of the tokens are balanced. */
final class CDeclaratorReader {
    private final List<CToken> tokens;
    private int at;
    private String name = "";
    private boolean function;

    CDeclaratorReader(List<CToken> tokens) {
        this.tokens = tokens;
    }

    String name() {
        return name;
    }

    boolean isFunction() {
        return function;
    }

    void read() throws CSyntaxException {
        level(true);
        if (at < tokens.size()) {
            throw tokens.get(at).is(",") ? new CSyntaxException("declares more than one name") : unexpected();
        }
    }

    /**
     * Reads one level of parentheses, the outermost with the specifiers.
     *
     * @return whether a parameter list that follows would belong to the name itself, nothing being in between
     */
    private boolean level(boolean outermost) throws CSyntaxException {
        int start = at;
        boolean pointer = false;
        while (at < tokens.size() && (tokens.get(at).isWord() || tokens.get(at).is("*"))) {
            pointer |= tokens.get(at).is("*");
            at++;
        }
        boolean direct = true;
        if (nameStandsBefore(start, outermost)) {
            name = tokens.get(at - 1).text();
        } else if (at < tokens.size() && tokens.get(at).is("(") && (at > start || !outermost)) {
            at++;
            direct = level(false);
            if (!tokens.get(at).is(")")) {
                throw unexpected();
            }
            at++;
        } else {
            // A word alone may be meant as either, unless it is a keyword.
            boolean typeOrName =
                    outermost && tokens.size() == 1 && tokens.get(0).isName();
            throw new CSyntaxException(typeOrName ? "lacks a type or a name" : "declares no name");
        }
        return suffixes(direct) && !pointer;
    }

    /** Whether the word before the cursor is the declared name: "unsigned long" and "struct page" end in none. */
    private boolean nameStandsBefore(int start, boolean outermost) {
        int last = at - 1;
        if (last < start || !tokens.get(last).isName()) {
            return false;
        }
        if (last == start) {
            return !outermost;
        }
        // In "u64 (*clock)(void)" the name comes later.
        boolean pointerFollows = at + 1 < tokens.size()
                && tokens.get(at).is("(")
                && tokens.get(at + 1).is("*");
        return !tokens.get(last - 1).isTagKeyword() && !pointerFollows;
    }

    private boolean suffixes(boolean direct) throws CSyntaxException {
        boolean next = direct;
        for (boolean first = true; at < tokens.size() && isOpening(tokens.get(at)); first = false) {
            boolean parameters = tokens.get(at).is("(");
            if (parameters && tokens.get(at + 1).is(")")) {
                throw new CSyntaxException("has an empty parameter list, write '(void)'");
            }
            if (parameters && !first) {
                throw new CSyntaxException("declares an array of functions or a function that returns one");
            }
            function |= next && parameters;
            next = false;
            skipBrackets();
        }
        return next;
    }

    private void skipBrackets() {
        int depth = 0;
        do {
            CToken token = tokens.get(at++);
            if (isOpening(token)) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                depth--;
            }
        } while (depth > 0);
    }

    private static boolean isOpening(CToken token) {
        return token.is("(") || token.is("[");
    }

    private CSyntaxException unexpected() {
        return new CSyntaxException("has '" + tokens.get(at).text() + "' behind the declarator of '" + name + "'");
    }
}
