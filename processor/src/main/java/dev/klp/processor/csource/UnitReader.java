package dev.klp.processor.csource;

import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;
import dev.klp.templates.model.SourceLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what stands outside functions (C11 6.9) and hands the bodies on. */
final class UnitReader {
    private final Set<String> definitions = new HashSet<>();
    private final Map<String, CFunction> functions = new LinkedHashMap<>();
    private final Map<String, Place> uses = new LinkedHashMap<>();
    private final Map<String, Place> words = new LinkedHashMap<>();
    private final List<CallOfName> calls = new ArrayList<>();
    private SourceFile file = new SourceFile(new RelativePath("none.c"), "");
    private List<Token> tokens = List.of();

    void read(SourceFile source) {
        Lexer.Lexed lexed = Lexer.lex(source.text());
        file = source;
        tokens = lexed.tokens();
        definitions.addAll(lexed.macros());
        note();
        int at = 0;
        while (at < tokens.size()) {
            at = external(at) + 1;
        }
    }

    CUnit unit() {
        uses.keySet().removeAll(definitions);
        return new CUnit(definitions, functions, uses, words, calls);
    }

    private void note() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean member =
                    i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("->"));
            if (token.isName() && !member) {
                words.putIfAbsent(token.text(), place(token));
                int argument = i + 2 < tokens.size() && tokens.get(i + 2).is("&") ? i + 3 : i + 2;
                if (argument + 1 < tokens.size()
                        && tokens.get(i + 1).is("(")
                        && tokens.get(argument).isName()
                        && tokens.get(argument + 1).is(")")) {
                    calls.add(new CallOfName(token.text(), tokens.get(argument).text(), place(token)));
                }
            }
        }
    }

    /** Reads one definition or declaration and returns the index of its last token. */
    private int external(int start) {
        int at = start;
        boolean initialized = false;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.is(";")) {
                declared(tokens.subList(start, at));
                return at;
            } else if (token.is("{")) {
                int close = Brackets.close(tokens, at);
                if (isAggregate(start, at)) {
                    enumerators(start, at, close);
                } else if (initialized) {
                    find(at, close);
                } else {
                    function(start, at, close);
                    return close;
                }
                at = close;
            } else if (Brackets.opens(token)) {
                at = Brackets.close(tokens, at);
            } else if (token.is("=")) {
                initialized = true;
                at = initial(at + 1);
                continue;
            }
            at++;
        }
        return at;
    }

    /** The tokens of an initial value are uses; a list in braces is met again by the caller. */
    private int initial(int start) {
        int at = start;
        while (at < tokens.size()
                && !tokens.get(at).is(";")
                && !tokens.get(at).is("{")
                && !tokens.get(at).is(",")) {
            at = Brackets.opens(tokens.get(at)) ? Brackets.close(tokens, at) + 1 : at + 1;
        }
        find(start, at);
        return at;
    }

    private void find(int from, int to) {
        UseFinder.inExpression(tokens.subList(from, Math.min(to, tokens.size())), this::use);
    }

    private boolean isAggregate(int start, int open) {
        Token before = open > start ? tokens.get(open - 1) : tokens.get(open);
        return before.isTagKeyword()
                || open - 2 >= start && tokens.get(open - 2).isTagKeyword();
    }

    private void enumerators(int start, int open, int close) {
        for (int i = start; i < open; i++) {
            if (tokens.get(i).isWord("enum")) {
                Brackets.split(tokens.subList(open + 1, Math.min(close, tokens.size()))).stream()
                        .filter(entry -> !entry.isEmpty())
                        .forEach(entry -> definitions.add(entry.get(0).text()));
            }
        }
    }

    private void function(int start, int open, int close) {
        int parenthesis = parameterList(start, open);
        List<Token> body = tokens.subList(open, Math.min(close + 1, tokens.size()));
        Set<String> parameterNames = new HashSet<>();
        if (parenthesis > start) {
            Token name = tokens.get(parenthesis - 1);
            List<List<Token>> parameters =
                    Brackets.split(tokens.subList(parenthesis + 1, Brackets.close(tokens, parenthesis)));
            if (parenthesis - 1 == start) {
                // A macro such as SYSCALL_DEFINE2(name, type, name): types and names are not told apart.
                parameters.forEach(part -> part.forEach(word -> parameterNames.add(word.text())));
            } else {
                parameters.forEach(parameter -> Declarators.parameterName(parameter, parameterNames));
                definitions.add(name.text());
                functions.put(
                        name.text(),
                        new CFunction(
                                name.text(),
                                place(name),
                                tokens.subList(start, parenthesis - 1),
                                isVoid(parameters) ? List.of() : parameters));
            }
        }
        UseFinder.inBody(body, parameterNames, this::use);
    }

    private static boolean isVoid(List<List<Token>> parameters) {
        return parameters.size() == 1
                && parameters.get(0).size() == 1
                && parameters.get(0).get(0).isWord("void");
    }

    /** The parenthesis behind the function's name: the first one that no attribute opens; -1 if there is none. */
    private int parameterList(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (tokens.get(i).is("(")) {
                if (tokens.get(i - 1).isName()) {
                    return i;
                }
                i = Brackets.close(tokens, i);
            }
        }
        return -1;
    }

    /** What a declaration that ends in a semicolon defines; one that is {@code extern} or a prototype defines nothing. */
    private void declared(List<Token> declaration) {
        boolean external = declaration.stream().anyMatch(token -> token.isWord("extern"));
        if (external || declaration.isEmpty()) {
            return;
        }
        int declarators = Declarators.afterSpecifiers(declaration, 0);
        if (declarators < 0) {
            macro(declaration);
        } else if (!isPrototype(declaration, declarators)) {
            Declarators.names(declaration, declarators, definitions);
        } else if (declaration.get(0).isWord("static")) {
            macro(declaration.subList(1, declaration.size()));
        }
    }

    /** {@code DEFINE_MUTEX(lock);} and {@code static LIST_HEAD(list);} define what is their first argument. */
    private void macro(List<Token> declaration) {
        if (declaration.size() > 3
                && declaration.get(0).isName()
                && declaration.get(1).is("(")) {
            new ArrayList<>(Brackets.split(declaration.subList(2, Brackets.close(declaration, 1))))
                    .stream().limit(2).forEach(argument -> argument.forEach(word -> definitions.add(word.text())));
        }
    }

    private static boolean isPrototype(List<Token> declaration, int at) {
        int name = at;
        while (name < declaration.size() && declaration.get(name).is("*")) {
            name++;
        }
        return name + 1 < declaration.size()
                && declaration.get(name).isName()
                && declaration.get(name + 1).is("(");
    }

    private void use(Token token) {
        uses.putIfAbsent(token.text(), place(token));
    }

    private Place place(Token token) {
        String path = file.path().text();
        SourceLine origin = file.origin();
        return origin == null
                ? new Place(path, path, token.line())
                : new Place(path, origin.file().text(), origin.line() + token.line() - 1);
    }
}
