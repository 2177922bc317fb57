package dev.klp.kernel.indexer;

import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.index.ObjectContents;
import dev.klp.kernel.index.TypeContents;
import dev.klp.kernel.source.KernelConfig;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What one file says of a kernel.
 *
 * @param source the file
 * @param release the kernel's release that it names, or null
 * @param architecture the machine that it is for, or null
 * @param objects objects with their symbols
 * @param exports who exports what
 * @param builtIn the paths of built-in modules by name
 * @param config the configuration, or null
 */
record SourceResult(
        IndexedSource source,
        @Nullable String release,
        @Nullable String architecture,
        List<Found> objects,
        List<Export> exports,
        SortedMap<String, String> builtIn,
        @Nullable KernelConfig config) {

    /**
     * An object as one file knows it.
     *
     * @param trust how well it knows it
     * @param contents the object without types
     * @param types its types, known once those of vmlinux are
     */
    record Found(Trust trust, ObjectContents contents, CompletableFuture<Optional<TypeContents>> types) {}

    /** How well a file knows an object; of two that know it, the first counts. */
    enum Trust {
        /** The object itself, with a symbol table that tells sizes and files. */
        SYMBOL_TABLE,
        /** The kernel's own table in its image. */
        KALLSYMS,
        /** What a running kernel listed. */
        DUMP,
        /** A list sorted by address. */
        MAP,
        /** A list of names. */
        NAMES
    }
}
