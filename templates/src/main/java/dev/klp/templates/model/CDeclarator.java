package dev.klp.templates.model;

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

    private static final Set<String> STORAGE = Set.of("static", "typedef", "register", "auto", "_Thread_local");

    private static final Set<String> REFUSED_WORDS =
            Set.of(("asm __asm __asm__ __attribute __attribute__ typeof __typeof __typeof__ _Alignas _Static_assert"
                            + " _Generic inline __inline __inline__ __auto_type __extension__ __label__ sizeof if else for"
                            + " while do switch case default break continue goto return")
                    .split(" "));

    static CDeclarator parse(String text) throws CSyntaxException {
        List<CToken> tokens = CToken.tokens(text);
        if (tokens.isEmpty()) {
            throw new CSyntaxException("is empty");
        }
        if (tokens.get(0).is("*")) {
            throw new CSyntaxException("lacks a type");
        }
        refuseWords(tokens);
        balance(tokens);
        List<String> tags = tags(tokens);
        CDeclaratorReader reader = new CDeclaratorReader(tokens);
        reader.read();
        String problem = CIdentifier.problem(reader.name());
        if (problem != null) {
            throw new CSyntaxException("declares '" + reader.name() + "', which " + problem);
        }
        return new CDeclarator(reader.name(), reader.isFunction(), tags);
    }

    private static void refuseWords(List<CToken> tokens) throws CSyntaxException {
        for (CToken token : tokens) {
            String word = token.text();
            if (word.equals("extern")) {
                throw new CSyntaxException("contains 'extern', which is added");
            }
            if (STORAGE.contains(word)) {
                throw new CSyntaxException("contains '" + word + "', the symbol is defined in the kernel");
            }
            if (REFUSED_WORDS.contains(word)) {
                throw new CSyntaxException("contains '" + word + "', which no declaration needs");
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
            if (tokens.get(i).isTagKeyword()) {
                if (i + 1 == tokens.size() || !tokens.get(i + 1).isName()) {
                    throw new CSyntaxException("has '" + word + "' without a name behind it");
                }
                if (!word.equals("enum")) {
                    tags.add(word + " " + tokens.get(i + 1).text());
                }
            }
        }
        return List.copyOf(tags);
    }
}
