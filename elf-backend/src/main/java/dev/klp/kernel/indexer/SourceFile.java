package dev.klp.kernel.indexer;

import dev.klp.kernel.SourceKind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file to be read.
 *
 * @param path where it is
 * @param shownPath what a module's path in the index is: relative to the folder that it was found in, else its file name
 * @param expected what it must be, or null to find out
 */
record SourceFile(Path path, String shownPath, @Nullable SourceKind expected) {}
