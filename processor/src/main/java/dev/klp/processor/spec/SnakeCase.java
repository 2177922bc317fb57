package dev.klp.processor.spec;

import java.util.Locale;

/** A type's name as a module's: {@code CmdlinePatch} becomes {@code cmdline_patch}. */
final class SnakeCase {
    private SnakeCase() {}

    /** Words begin at a capital behind a small letter or a digit, and at the last capital of a row of them. */
    static String of(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
