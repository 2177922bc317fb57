package dev.klp.processor.csource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the names that a piece of C code refers to and does not declare itself. */
final class UseFinder {
    private final List<Token> tokens;
    private final Set<String> locals;
    private final boolean[] types;

    private UseFinder(List<Token> tokens, Set<String> locals) {
        this.tokens = tokens;
        this.locals = new HashSet<>(locals);
        this.types = new boolean[tokens.size()];
    }

    /** The uses in a function's body, from brace to brace. */
    static void inBody(List<Token> body, Set<String> parameters, Consumer<Token> report) {
        UseFinder finder = new UseFinder(body, parameters);
        finder.collectLocals();
        finder.report(report);
    }

    /** The uses in an expression, such as an initial value. */
    static void inExpression(List<Token> expression, Consumer<Token> report) {
        new UseFinder(expression, Set.of()).report(report);
    }

    private void collectLocals() {
        for (int i = 0; i < tokens.size(); i++) {
            if (beginsStatement(i)) {
                int declarators = Declarators.afterSpecifiers(tokens, i);
                if (declarators >= 0) {
                    for (int type = i; type < declarators; type++) {
                        types[type] = true;
                    }
                    Declarators.names(tokens, declarators, locals);
                }
            }
        }
    }

    private boolean beginsStatement(int i) {
        if (i == 0) {
            return false;
        }
        Token before = tokens.get(i - 1);
        return before.is("{")
                || before.is("}")
                || before.is(";")
                || before.is(":")
                || before.is("(") && i > 1 && tokens.get(i - 2).isWord("for");
    }

    private void report(Consumer<Token> report) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isName() && !types[i] && !locals.contains(token.text()) && !names(i)) {
                report.accept(token);
            }
        }
    }

    /** Whether the word is a member, a tag, a label or a type and so no name of file scope. */
    private boolean names(int i) {
        Token before = i > 0 ? tokens.get(i - 1) : new Token(Token.Kind.PUNCTUATION, ";", 0);
        Token after = i + 1 < tokens.size() ? tokens.get(i + 1) : new Token(Token.Kind.PUNCTUATION, ";", 0);
        boolean label = after.is(":") && (before.is(";") || before.is("{") || before.is("}") || before.is(":"));
        boolean cast = before.is("(") && after.is("*") && closesPointer(i + 1);
        return before.is(".") || before.is("->") || before.isTagKeyword() || before.isWord("goto") || label || cast;
    }

    private boolean closesPointer(int star) {
        int at = star;
        while (at < tokens.size() && tokens.get(at).is("*")) {
            at++;
        }
        return at < tokens.size() && tokens.get(at).is(")");
    }
}
