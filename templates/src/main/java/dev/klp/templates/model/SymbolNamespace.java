package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * A namespace of exported symbols. {@code EXPORT_SYMBOL_NS} makes a C string of one word
 * ({@code include/linux/export.h}).
 */
public record SymbolNamespace(String text) {
    public SymbolNamespace {
        Texts.refuse("namespace", text, problem(text));
    }

    /** What keeps {@code text} from being a namespace, or null. */
    public static @Nullable String problem(String text) {
        return Texts.isWord(text) ? null : "is not one word of letters, digits and '_'";
    }

    @Override
    public String toString() {
        return text;
    }
}
