package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * One C file of the author's.
 *
 * @param path where it stands below {@code src/} in the generated tree
 * @param text its content, copied as it is
 * @param origin where the author wrote its first line; null where that is not known
 */
public record SourceFile(
        RelativePath path, String text, @Nullable SourceLine origin) {
    /** A file of which nobody knows where it was written. */
    public SourceFile(RelativePath path, String text) {
        this(path, text, null);
    }
}
