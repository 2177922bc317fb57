package dev.klp.boot;

import dev.klp.io.CacheFolder;
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
    /** The cache that the environment names, see {@link CacheFolder}. */
    public static KernelCache of(Map<String, String> environment) {
        return new KernelCache(CacheFolder.of(environment));
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
