package dev.klp.processor.csource;

import java.util.ArrayList;
import java.util.List;

/** Finds what belongs together in a list of tokens. Text that is no C leads to the end of the list, never further. */
final class Brackets {
    private Brackets() {}

    /** The index of what closes the bracket at {@code open}, or the list's size. */
    static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (opens(tokens.get(i))) {
                depth++;
            } else if (closes(tokens.get(i)) && --depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    static boolean opens(Token token) {
        return token.is("(") || token.is("[") || token.is("{");
    }

    static boolean closes(Token token) {
        return token.is(")") || token.is("]") || token.is("}");
    }

    /** The parts between the commas outside brackets; none of an empty list. */
    static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i < tokens.size() && opens(tokens.get(i))) {
                i = Math.min(close(tokens, i), tokens.size() - 1);
            } else if (i == tokens.size() || tokens.get(i).is(",")) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        return tokens.isEmpty() ? List.of() : parts;
    }
}
