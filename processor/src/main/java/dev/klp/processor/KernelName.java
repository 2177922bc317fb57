package dev.klp.processor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A kernel as the author named it.
 *
 * @param text the author's words
 * @param path the absolute path of its index or of something to index; null where {@code text} is the release of a kernel in
 *     the cache
 */
record KernelName(String text, @Nullable Path path) {
    /** The release, or the last part of the path. */
    String shortName() {
        return path == null || path.getFileName() == null
                ? text
                : path.getFileName().toString();
    }
}
