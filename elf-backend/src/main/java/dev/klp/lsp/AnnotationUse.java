package dev.klp.lsp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An annotation in a source, with those of its values that are one string literal each. */
final class AnnotationUse {
    private final String name;
    private final Map<String, JavaToken> values = new LinkedHashMap<>();

    /** @param name the annotation's name without its package */
    AnnotationUse(String name) {
        this.name = name;
    }

    boolean is(String simpleName) {
        return name.equals(simpleName);
    }

    void put(String attribute, JavaToken literal) {
        values.putIfAbsent(attribute, literal);
    }

    @Nullable
    JavaToken value(String attribute) {
        return values.get(attribute);
    }

    /** What a value says, the empty string if it is not given. */
    String text(String attribute, String source) {
        JavaToken literal = values.get(attribute);
        return literal == null ? "" : literal.text(source);
    }
}
