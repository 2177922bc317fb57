package dev.klp.templates.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the value types of the model share. */
final class Texts {
    private Texts() {}

    static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether {@code c} may stand in a C identifier behind the first place. */
    static boolean isIdentifierPart(int c) {
        return isLetterOrDigit(c) || c == '_';
    }

    /** Whether {@code text} consists of such characters, and of one at least. */
    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(Texts::isIdentifierPart);
    }

    /** Whether {@code c} is one of the visible characters of ASCII; the blank is none. */
    static boolean isVisibleAscii(int c) {
        return c > ' ' && c < 0x7f;
    }

    /** A character as a message shows it: {@code '-'}, or {@code U+000A} where it could not be seen. */
    static String show(int c) {
        return isVisibleAscii(c) ? "'" + (char) c + "'" : c == ' ' ? "a blank" : "U+%04X".formatted(c);
    }

    /** Throws where a value is constructed from a text with a problem. */
    static void refuse(String what, String text, @Nullable String problem) {
        Objects.requireNonNull(text, what);
        if (problem != null) {
            throw new IllegalArgumentException(what + " \"" + text + "\" " + problem);
        }
    }
}
