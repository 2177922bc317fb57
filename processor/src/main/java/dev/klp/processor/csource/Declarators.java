package dev.klp.processor.csource;

import java.util.List;
import java.util.Set;

/** Recognises declarations in a row of tokens (C11 6.7), without knowing which words are types. */
final class Declarators {
    private Declarators() {}

    /**
     * The end of the specifiers if a declaration begins at {@code start}: the index of the first declarator, or -1. Two words
     * in a row, or a word and then stars and a word, are a declaration where a statement begins.
     */
    static int afterSpecifiers(List<Token> tokens, int start) {
        int at = start;
        boolean typed = false;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.isTagKeyword()) {
                at += at + 1 < tokens.size() && tokens.get(at + 1).isName() ? 2 : 1;
                if (at < tokens.size() && tokens.get(at).is("{")) {
                    at = Brackets.close(tokens, at) + 1;
                }
                typed = true;
            } else if (token.takesParentheses()) {
                typed |= token.text().contains("typeof");
                at = Brackets.close(tokens, at + 1) + 1;
            } else if (token.isTypeWord()) {
                typed |= !token.text().equals("__extension__");
                at++;
            } else if (token.isName() && declares(tokens, at + 1)) {
                typed = true;
                at++;
            } else {
                return typed ? at : -1;
            }
        }
        return -1;
    }

    /** Whether what follows a word makes a type of it: another word, or stars and a word. */
    private static boolean declares(List<Token> tokens, int at) {
        int behind = at;
        while (behind < tokens.size()
                && (tokens.get(behind).is("*")
                        || tokens.get(behind).isTypeWord()
                                && !tokens.get(behind).isTagKeyword())) {
            behind++;
        }
        return behind < tokens.size() && tokens.get(behind).isName();
    }

    /**
     * Collects the names declared from {@code at} on, up to the semicolon.
     *
     * @return the index of the semicolon, or where the text ends without one
     */
    static int names(List<Token> tokens, int at, Set<String> names) {
        boolean named = false;
        for (int i = at; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(";")) {
                return i;
            } else if (token.is(",")) {
                named = false;
            } else if (!named && token.takesParentheses()) {
                i = Brackets.close(tokens, i + 1);
            } else if (!named && token.isName()) {
                names.add(token.text());
                named = true;
            } else if (named && Brackets.opens(token)) {
                i = Brackets.close(tokens, i);
            } else if (token.is("}")) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The name of a parameter, or of none. */
    static void parameterName(List<Token> parameter, Set<String> names) {
        for (int i = 0; i + 1 < parameter.size(); i++) {
            // A pointer to a function or an array: the name is behind the star.
            if (parameter.get(i).is("(") && parameter.get(i + 1).is("*")) {
                names(parameter, i + 2, names);
                return;
            }
        }
        for (int i = parameter.size() - 1; i >= 0; i--) {
            if (parameter.get(i).is("]")) {
                while (i > 0 && !parameter.get(i).is("[")) {
                    i--;
                }
            } else if (parameter.get(i).isName()) {
                names.add(parameter.get(i).text());
                return;
            }
        }
    }
}
