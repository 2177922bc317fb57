package dev.klp.templates.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a declaration: specifiers and one declarator (C11 6.7). Types are not looked up, so a word before the declared
 * name may be a type, a qualifier or one of the kernel's annotations such as {@code __user}.
 *
 * @param name the declared name
 * @param function whether it names a function
 * @param tags the mentioned structures and unions with their keyword, in order
 */
record CDeclarator(String name, boolean function, List<String> tags) {
    /** What every C compiler takes at least: parenthesised declarators in a full declarator (C11 5.2.4.1). */
    private static final int MAX_NESTING = 63;

    private static final Set<String> STORAGE =
            Set.of("extern", "static", "typedef", "register", "auto", "_Thread_local");

    private static final Set<String> REFUSED_WORDS = Set.of(
            "asm",
            "__asm",
            "__asm__",
            "__attribute",
            "__attribute__",
            "typeof",
            "__typeof",
            "__typeof__",
            "_Alignas",
            "_Static_assert",
            "_Generic",
            "inline",
            "__inline",
            "__inline__",
            "__auto_type",
            "__extension__",
            "__label__",
            "sizeof",
            "if",
            "else",
            "for",
            "while",
            "do",
            "switch",
            "case",
            "default",
            "break",
            "continue",
            "goto",
            "return");

    static CDeclarator parse(String text) throws CSyntaxException {
        List<CToken> tokens = CToken.tokens(text);
        if (tokens.isEmpty()) {
            throw new CSyntaxException("is empty");
        }
        refuseWords(tokens);
        balance(tokens);
        List<String> tags = tags(tokens);
        Cursor cursor = new Cursor(tokens);
        cursor.declarator(true);
        if (cursor.at < tokens.size()) {
            CToken next = tokens.get(cursor.at);
            throw new CSyntaxException(
                    next.is(",")
                            ? "declares more than one name"
                            : "has '" + next.text() + "' behind the declarator of '" + cursor.name + "'");
        }
        String problem = CIdentifier.problem(cursor.name);
        if (problem != null) {
            throw new CSyntaxException("declares '" + cursor.name + "', which " + problem);
        }
        return new CDeclarator(cursor.name, cursor.function, tags);
    }

    private static void refuseWords(List<CToken> tokens) throws CSyntaxException {
        for (CToken token : tokens) {
            if (token.isWord() && STORAGE.contains(token.text())) {
                throw new CSyntaxException("contains '" + token.text()
                        + (token.text().equals("extern")
                                ? "', which is added"
                                : "', the symbol is defined in the kernel"));
            }
            if (token.isWord() && REFUSED_WORDS.contains(token.text())) {
                throw new CSyntaxException("contains '" + token.text() + "', which no declaration needs");
            }
        }
    }

    private static void balance(List<CToken> tokens) throws CSyntaxException {
        StringBuilder open = new StringBuilder();
        for (CToken token : tokens) {
            if (token.is("(") || token.is("[")) {
                open.append(token.is("(") ? ')' : ']');
                if (open.length() > MAX_NESTING) {
                    throw new CSyntaxException("has more than " + MAX_NESTING + " brackets within each other");
                }
            } else if (token.is(")") || token.is("]")) {
                int last = open.length() - 1;
                if (last < 0 || open.charAt(last) != token.text().charAt(0)) {
                    throw new CSyntaxException("has a '" + token.text() + "' that closes nothing");
                }
                open.setLength(last);
            } else if (token.is("...") && (open.length() == 0 || open.charAt(open.length() - 1) != ')')) {
                throw new CSyntaxException("has '...' outside a parameter list");
            }
        }
        if (!open.isEmpty()) {
            throw new CSyntaxException("lacks a '" + open.charAt(open.length() - 1) + "'");
        }
    }

    private static List<String> tags(List<CToken> tokens) throws CSyntaxException {
        Set<String> tags = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).text();
            if (isTagKeyword(tokens.get(i))) {
                if (i + 1 == tokens.size() || !tokens.get(i + 1).isName()) {
                    throw new CSyntaxException("has '" + word + "' without a name behind it");
                }
                if (!word.equals("enum")) {
                    tags.add(word + " " + tokens.get(i + 1).text());
                }
            }
        }
        return new ArrayList<>(tags);
    }

    private static boolean isTagKeyword(CToken token) {
        return token.isWord() && Set.of("struct", "union", "enum").contains(token.text());
    }

    /** Walks along the declarator to the declared name and out again. */
    private static final class Cursor {
        private final List<CToken> tokens;
        private int at;
        private String name = "";
        private boolean function;

        Cursor(List<CToken> tokens) {
            this.tokens = tokens;
        }

        /**
         * Reads one level of parentheses, the outermost with the specifiers.
         *
         * @return whether what follows belongs to the name directly, no pointer and no suffix being between
         */
        private boolean declarator(boolean outermost) throws CSyntaxException {
            int start = at;
            boolean pointer = false;
            while (at < tokens.size()
                    && (tokens.get(at).isWord() || tokens.get(at).is("*"))) {
                pointer |= tokens.get(at).is("*");
                at++;
            }
            boolean direct;
            if (nameStandsBefore(start, outermost)) {
                name = tokens.get(at - 1).text();
                direct = true;
            } else if (at < tokens.size() && tokens.get(at).is("(") && (at > start || !outermost)) {
                at++;
                direct = declarator(false);
                if (at >= tokens.size() || !tokens.get(at).is(")")) {
                    throw new CSyntaxException(
                            "has '" + tokens.get(at).text() + "' behind the declarator of '" + name + "'");
                }
                at++;
            } else {
                throw new CSyntaxException(outermost && at == 1 ? "lacks a type" : "declares no name");
            }
            direct = suffixes(direct);
            return direct && !pointer;
        }

        private boolean nameStandsBefore(int start, boolean outermost) {
            int last = at - 1;
            if (last < start || !tokens.get(last).isName()) {
                return false;
            }
            if (outermost && last == start) {
                return false;
            }
            if (last > start && isTagKeyword(tokens.get(last - 1))) {
                return false;
            }
            boolean pointerGroupFollows = at + 1 < tokens.size()
                    && tokens.get(at).is("(")
                    && tokens.get(at + 1).is("*");
            return !pointerGroupFollows;
        }

        private boolean suffixes(boolean direct) throws CSyntaxException {
            boolean first = true;
            while (at < tokens.size()
                    && (tokens.get(at).is("(") || tokens.get(at).is("["))) {
                boolean parameters = tokens.get(at).is("(");
                if (parameters && tokens.get(at + 1).is(")")) {
                    throw new CSyntaxException("has an empty parameter list, write '(void)'");
                }
                if (parameters && !first) {
                    throw new CSyntaxException("declares an array of functions or a function that returns one");
                }
                function |= direct && parameters;
                direct = false;
                first = false;
                skipGroup();
            }
            return direct;
        }

        private void skipGroup() {
            int depth = 0;
            do {
                CToken token = tokens.get(at++);
                if (token.is("(") || token.is("[")) {
                    depth++;
                } else if (token.is(")") || token.is("]")) {
                    depth--;
                }
            } while (depth > 0);
        }
    }
}
