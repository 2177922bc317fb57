package dev.klp.cli;

import org.jspecify.annotations.Nullable;

/** The values of {@code --color}. */
enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /** The mode that an argument names, or null for any other text. */
    static @Nullable ColorMode parse(String text) {
        return switch (text) {
            case "auto" -> AUTO;
            case "always" -> ALWAYS;
            case "never" -> NEVER;
            default -> null;
        };
    }
}
