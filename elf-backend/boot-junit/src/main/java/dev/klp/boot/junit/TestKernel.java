package dev.klp.boot.junit;

import dev.klp.boot.BootException;
import dev.klp.boot.BootKernel;
import dev.klp.boot.KernelCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A kernel that patches are built for and loaded into.
 *
 * @param image the kernel itself
 * @param headers what patches for it are built with: a folder for kbuild, such as {@code /lib/modules/<release>/build}
 */
public record TestKernel(BootKernel image, Path headers) {
    private static final Path INSTALLED = Path.of("/lib/modules");

    /**
     * The newest of Debian's kernels for x86-64 of a version in the cache ({@code $KLP_CACHE}, {@code klp index --debian}) whose
     * headers are installed.
     *
     * @param version the first two numbers of the release: {@code 6.1}
     * @throws BootException if there is none
     */
    public static TestKernel debian(String version) throws IOException {
        KernelCache cache = KernelCache.of(System.getenv());
        List<String> releases = cache.debianReleases().stream()
                .filter(release -> release.startsWith(version + ".") && release.endsWith("-amd64"))
                .filter(release -> Files.exists(headersOf(release).resolve("Makefile")))
                .toList();
        if (releases.isEmpty()) {
            throw new BootException(
                    "no kernel " + version + " in " + cache.root() + " whose headers are installed below " + INSTALLED);
        }
        String release = releases.get(releases.size() - 1);
        return new TestKernel(cache.debian(release), headersOf(release));
    }

    /**
     * The kernel that a person named for {@code klp boot --kernel}: an index file, whose image and modules are taken as it recorded
     * them; an image; or a release in the cache.
     *
     * @throws BootException if it is none of these, or what an index was made from has changed or is gone
     */
    public static TestKernel named(String kernel, Path headers) throws IOException {
        return new TestKernel(BootKernel.named(kernel, Map.copyOf(System.getenv())), headers);
    }

    private static Path headersOf(String release) {
        return INSTALLED.resolve(release).resolve("build");
    }
}
