package dev.klp.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Kernels of the distribution that were downloaded and unpacked for tests: {@code <cache>/debian/<release>/}, below it
 * the tree of the image package ({@code boot/vmlinuz-<release>}, {@code lib/modules/<release>/}). The cache is
 * {@code KLP_CACHE}, by default {@code klp} in the user's cache folder.
 */
public final class KernelCache {
    private static final String HINT =
            "unpack a kernel image package there, or name a folder of modules in KLP_TEST_KERNEL_MODULES";

    private KernelCache() {}

    /** The folder of all unpacked Debian kernels. */
    public static Path debian() {
        String userCache = Requires.variable("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return Path.of(Requires.variable("KLP_CACHE", userCache + "/klp")).resolve("debian");
    }

    /**
     * A folder below which there are uncompressed kernel modules: {@code KLP_TEST_KERNEL_MODULES}, or the modules of the
     * kernel in the cache that has most of them. The test goes on only if there is one.
     */
    public static Path modules() throws IOException {
        String named = Requires.variable("KLP_TEST_KERNEL_MODULES", "");
        if (!named.isEmpty()) {
            return Requires.path(Path.of(named), HINT);
        }
        Path most = Requires.path(debian(), HINT);
        int count = 0;
        for (Path modules : moduleFolders()) {
            int here = modulesBelow(modules).size();
            most = here > count ? modules : most;
            count = Math.max(count, here);
        }
        Requires.that(count > 0, "no uncompressed kernel module below " + debian() + "; " + HINT);
        return most;
    }

    private static List<Path> moduleFolders() throws IOException {
        try (Stream<Path> releases = Files.list(debian())) {
            return releases.sorted()
                    .map(release -> release.resolve("lib/modules"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    /** All {@code .ko} files below a folder, in the order of their paths. */
    public static List<Path> modulesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".ko"))
                    .sorted()
                    .toList();
        }
    }
}
