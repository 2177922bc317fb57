package dev.klp.kernel.indexer;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.index.IndexWriter;
import dev.klp.kernel.index.MappedKernelIndex;
import dev.klp.testing.KernelCache;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A stock kernel of Debian's out of the cache and its index, made once for all tests of a run.
 *
 * @param release its release
 * @param folder where its packages are unpacked
 * @param file the index
 * @param index the same, open
 */
record IndexedKernel(String release, Path folder, Path file, KernelIndex index) {
    private static final Map<String, IndexedKernel> KNOWN = new ConcurrentHashMap<>();

    /** The newest kernel in the cache whose release matches; the test goes on only if there is one. */
    static IndexedKernel matching(String pattern) throws IOException {
        Path debian = Requires.path(KernelCache.debian(), "unpack a kernel image package there");
        String release;
        try (Stream<Path> folders = Files.list(debian)) {
            release = folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches(pattern))
                    .max(Comparator.naturalOrder())
                    .orElse("");
        }
        Requires.that(!release.isEmpty(), "no kernel " + pattern + " in " + debian);
        IndexedKernel known = KNOWN.get(release);
        if (known == null) {
            known = make(release, debian.resolve(release));
            KNOWN.put(release, known);
        }
        return known;
    }

    private static IndexedKernel make(String release, Path folder) throws IOException {
        Path file = Files.createTempFile("klp-", ".klpindex");
        file.toFile().deleteOnExit();
        long start = System.nanoTime();
        List<Path> sources = KernelFiles.unpacked(folder, release, note -> {});
        IndexWriter.write(new KernelIndexer(IndexProgress.NONE, warning -> {}).read(sources, release), file);
        System.out.printf(
                "%s: indexed in %.1f s, %,d bytes%n", release, (System.nanoTime() - start) / 1e9, Files.size(file));
        return new IndexedKernel(release, folder, file, MappedKernelIndex.open(file));
    }

    /** The folder of its modules. */
    Path modulesFolder() {
        return folder.resolve("lib/modules").resolve(release);
    }

    /** Its module files, sorted by path. */
    List<Path> modules() throws IOException {
        return SourceWalk.modules(modulesFolder());
    }

    /** Its image. */
    Path image() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("boot"))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("vmlinu"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
