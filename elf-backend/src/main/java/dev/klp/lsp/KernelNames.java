package dev.klp.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of objects and symbols in a Java source: the values of {@code @KlpObject}, {@code @KlpModuleReloc} and
 * {@code @KlpFunc}, and the methods with {@code @KlpFunc}. Works on tokens, because a source under the cursor rarely compiles.
 */
final class KernelNames {
    private final String source;
    private final List<JavaToken> tokens;
    private final List<KernelName> names = new ArrayList<>();

    /** The objects of the type bodies around; the empty string where none is named. */
    private final Deque<String> scopes = new ArrayDeque<>();

    /** The annotations and identifiers of the declaration that is being read. */
    private final List<AnnotationUse> annotations = new ArrayList<>();

    private final List<JavaToken> identifiers = new ArrayList<>();
    private int at;

    private KernelNames(String source) {
        this.source = source;
        tokens = JavaTokens.of(source);
    }

    static List<KernelName> of(String source) {
        KernelNames reader = new KernelNames(source);
        while (reader.at < reader.tokens.size()) {
            reader.next();
        }
        reader.declaration();
        return reader.names;
    }

    /** The name that an offset is in, or directly behind. */
    static Optional<KernelName> at(String source, int offset) {
        return of(source).stream()
                .filter(name -> name.start() <= offset && offset <= name.end())
                .findFirst();
    }

    private void next() {
        JavaToken token = tokens.get(at);
        if (token.is(source, '@') && identifierAt(at + 1) != null && !isInterface(at + 1)) {
            annotations.add(annotation());
        } else if (token.is(source, '{')) {
            scopes.push(declaration());
            at++;
        } else if (token.is(source, '}')) {
            declaration();
            scopes.poll();
            at++;
        } else if (token.is(source, ';')) {
            declaration();
            at++;
        } else if (token.is(source, '(')) {
            skipParentheses();
        } else {
            if (token.kind() == JavaToken.Kind.IDENTIFIER) {
                identifiers.add(token);
            }
            at++;
        }
    }

    private @Nullable JavaToken identifierAt(int index) {
        return index < tokens.size() && tokens.get(index).kind() == JavaToken.Kind.IDENTIFIER
                ? tokens.get(index)
                : null;
    }

    private boolean isInterface(int index) {
        return tokens.get(index).text(source).equals("interface");
    }

    /** Parameters of a method; nothing in them is a declaration of ours. */
    private void skipParentheses() {
        int depth = 0;
        do {
            depth += depth(tokens.get(at));
            at++;
        } while (at < tokens.size() && depth > 0);
    }

    private int depth(JavaToken token) {
        return token.is(source, '(') ? 1 : token.is(source, ')') ? -1 : 0;
    }

    /** Reads an annotation; {@code at} is on its {@code @} and then behind it. */
    private AnnotationUse annotation() {
        at++;
        String name = tokens.get(at).text(source);
        at++;
        while (at < tokens.size() && tokens.get(at).is(source, '.')) {
            JavaToken part = identifierAt(at + 1);
            at += part == null ? 1 : 2;
            name = part == null ? name : part.text(source);
        }
        AnnotationUse annotation = new AnnotationUse(name);
        if (at < tokens.size() && tokens.get(at).is(source, '(')) {
            at++;
            values(annotation);
        }
        return annotation;
    }

    /** Reads what is between an annotation's parentheses, annotations in there included. */
    private void values(AnnotationUse annotation) {
        String attribute = "value";
        while (at < tokens.size() && !tokens.get(at).is(source, ')')) {
            JavaToken token = tokens.get(at);
            if (token.is(source, '@') && identifierAt(at + 1) != null) {
                annotations.add(annotation());
                continue;
            }
            if (token.is(source, '(')) {
                skipParentheses();
                continue;
            }
            if (token.is(source, ';') || (token.is(source, '}') && isEndOfBody())) {
                return;
            }
            if (token.kind() == JavaToken.Kind.IDENTIFIER
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).is(source, '=')) {
                attribute = token.text(source);
                at++;
            } else if (token.kind() == JavaToken.Kind.STRING) {
                annotation.put(attribute, token);
            }
            at++;
        }
        at = Math.min(at + 1, tokens.size());
    }

    /** Whether a closing brace ends a type, because no opening one stands between it and the annotation's parenthesis. */
    private boolean isEndOfBody() {
        int depth = 0;
        for (int before = at - 1; before >= 0 && !tokens.get(before).is(source, '('); before--) {
            depth += tokens.get(before).is(source, '{') ? 1 : tokens.get(before).is(source, '}') ? -1 : 0;
        }
        return depth <= 0;
    }

    /**
     * Ends a declaration.
     *
     * @return the object that it names, for what is inside
     */
    private String declaration() {
        String object = scopes.isEmpty() ? "" : scopes.element();
        for (AnnotationUse annotation : annotations) {
            if (annotation.is("KlpObject")) {
                String named = annotation.text("value", source);
                object = named.isEmpty() ? KernelName.VMLINUX : named;
            }
        }
        for (AnnotationUse annotation : annotations) {
            names(annotation, object.isEmpty() ? KernelName.VMLINUX : object);
        }
        annotations.clear();
        identifiers.clear();
        return object;
    }

    private void names(AnnotationUse annotation, String object) {
        if (annotation.is("KlpObject")) {
            add(KernelName.Kind.OBJECT, object, annotation.value("value"));
        } else if (annotation.is("KlpModuleReloc")) {
            String definedIn = annotation.text("definedIn", source);
            add(KernelName.Kind.SYMBOL, definedIn.isEmpty() ? object : definedIn, annotation.value("symbol"));
            add(KernelName.Kind.OBJECT, definedIn, annotation.value("definedIn"));
        } else if (annotation.is("KlpFunc")) {
            add(KernelName.Kind.FUNCTION, object, annotation.value("oldName"));
            // The first identifier is the return type, or a modifier and then the type; the name is the last.
            if (identifiers.size() > 1 && annotation.value("oldName") == null) {
                add(KernelName.Kind.METHOD, object, identifiers.get(identifiers.size() - 1));
            }
        }
    }

    private void add(KernelName.Kind kind, String object, @Nullable JavaToken token) {
        if (token != null) {
            names.add(new KernelName(kind, object, token.start(), token.end()));
        }
    }
}
