package dev.klp.templates.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A C type that needs nothing behind the name: {@code int}, {@code struct inode}, {@code const char __user *}. */
public record CType(String text) {
    public CType {
        Texts.refuse("C type", text, problem(text));
    }

    /** What keeps {@code text} from being such a type, or null. */
    public static @Nullable String problem(String text) {
        if (text.isBlank()) {
            return "is empty";
        }
        return text.chars()
                .filter(c -> !Texts.isIdentifierPart(c) && c != ' ' && c != '*')
                .mapToObj(c -> "contains " + Texts.show(c) + ", a type consists of words and '*'")
                .findFirst()
                .orElseGet(() -> CDeclaration.problem(text + " x"));
    }

    /** The structures and unions that are mentioned. */
    List<String> tags() {
        return new CDeclaration(text + " x").tags();
    }

    /** With what follows: a blank between words, none behind {@code *}. */
    public String with(String name) {
        return text.endsWith("*") ? text + name : text + " " + name;
    }

    @Override
    public String toString() {
        return text;
    }
}
