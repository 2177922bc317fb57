package dev.klp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.Boot;
import dev.klp.boot.BootKernel;
import dev.klp.boot.HostTools;
import dev.klp.boot.KernelCache;
import dev.klp.boot.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A kernel that the patches are built for and loaded into: its headers are installed, and its image is in the cache.
 *
 * @param release what {@code uname -r} prints in it
 * @param headers for {@code KDIR}
 * @param image the kernel itself
 */
public record KernelUnderTest(String release, Path headers, BootKernel image) {
    private static final Path INSTALLED = Path.of("/lib/modules");

    /**
     * Finds Debian 12's own kernel, a 6.1. Where something is missing the test is skipped and says what; in continuous
     * integration ({@code CI=true}) it fails.
     */
    public static KernelUnderTest require() throws IOException {
        List<String> missing = new ArrayList<>(HostTools.missingFor(Machine.X86_64));
        KernelCache cache = KernelCache.of(System.getenv());
        List<String> releases = cache.debianReleases().stream()
                .filter(release -> release.startsWith("6.1.") && release.endsWith("amd64"))
                .filter(release -> Files.exists(headers(release).resolve("Makefile")))
                .toList();
        if (releases.isEmpty()) {
            missing.add("no kernel 6.1 in " + cache.root() + " whose headers are installed below " + INSTALLED
                    + " (examples/check fetches both)");
        }
        if (!missing.isEmpty()) {
            String reason = "boot tests are skipped: " + String.join("; ", missing);
            assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        String release = releases.get(releases.size() - 1);
        System.out.println("boot tests run on " + release);
        return new KernelUnderTest(release, headers(release), cache.debian(release));
    }

    /** A run of it without any step. */
    public Boot boot() throws IOException {
        return Boot.of(image);
    }

    private static Path headers(String release) {
        return INSTALLED.resolve(release).resolve("build");
    }
}
