package dev.klp.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that keeps downloaded kernels. An unpacked Debian image package lies in {@code debian/<release>/}.
 *
 * @param root the folder, which need not exist
 */
public record KernelCache(Path root) {
    /**
     * The cache that the environment names: {@code KLP_CACHE}, else {@code klp} below {@code XDG_CACHE_HOME}, else
     * {@code .cache/klp} below {@code HOME}. Empty values count as none.
     */
    public static KernelCache of(Map<String, String> environment) {
        String own = environment.getOrDefault("KLP_CACHE", "");
        if (!own.isEmpty()) {
            return new KernelCache(Path.of(own));
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!caches.isEmpty()) {
            return new KernelCache(Path.of(caches, "klp"));
        }
        return new KernelCache(Path.of(environment.getOrDefault("HOME", "/"), ".cache", "klp"));
    }

    /**
     * One of Debian's kernels.
     *
     * @param release as {@code uname -r} prints it
     * @throws BootException if the cache does not hold it
     */
    public BootKernel debian(String release) throws IOException {
        if (!Files.exists(image(release))) {
            throw new BootException(
                    "no kernel " + release + " in " + root + ", which holds: " + String.join(", ", debianReleases()));
        }
        return BootKernel.of(image(release));
    }

    /** The releases of Debian's kernels that can be booted, sorted by name. */
    public List<String> debianReleases() throws IOException {
        Path debian = root.resolve("debian");
        if (!Files.isDirectory(debian)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(debian)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(release -> Files.isReadable(image(release)))
                    .sorted()
                    .toList();
        }
    }

    private Path image(String release) {
        return root.resolve("debian").resolve(release).resolve("boot").resolve("vmlinuz-" + release);
    }
}
