package dev.klp.templates.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The C declaration of one function or variable, without {@code extern}, initial value and semicolon:
 * {@code char *saved_command_line}, {@code int (*handler)(struct sk_buff *skb)}.
 *
 * @param text the declaration
 */
public record CDeclaration(String text) {
    public CDeclaration {
        Texts.refuse("declaration", text, problem(text));
    }

    /** What keeps {@code text} from being a declaration, or null. */
    public static @Nullable String problem(String text) {
        try {
            CDeclarator.parse(text);
            return null;
        } catch (CSyntaxException e) {
            return e.getMessage();
        }
    }

    /** The declared name. */
    public CIdentifier name() {
        return new CIdentifier(parsed().name());
    }

    /** Whether a function is declared, and not a variable (a pointer to a function is one). */
    public boolean isFunction() {
        return parsed().function();
    }

    /**
     * The structures and unions that are mentioned, each once and in order: {@code struct sk_buff}. Declared first, they
     * may stay incomplete; named for the first time inside a parameter list, they would be new types of that list's scope
     * (C11 6.2.1).
     */
    public List<String> tags() {
        return parsed().tags();
    }

    private CDeclarator parsed() {
        try {
            return CDeclarator.parse(text);
        } catch (CSyntaxException e) {
            throw new AssertionError("checked by the constructor", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
