package dev.klp.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The kernel headers of this machine to build modules against. */
final class KernelHeaders {
    private static final Path MODULES = Path.of("/lib/modules");

    private KernelHeaders() {}

    /** The first of the installed headers: Debian 12's own kernel before the newer one for clouds. Skips the test where there are none; where {@code CI=true} that is a failure. */
    static Path require() {
        List<Path> found = find();
        if (found.isEmpty()) {
            String reason = "no kernel headers below " + MODULES + "/*/build (apt-get install linux-headers-amd64)";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(reason);
            }
            System.err.println("skipped: " + reason);
            Assumptions.abort(reason);
        }
        return found.get(0);
    }

    private static List<Path> find() {
        try (Stream<Path> releases = Files.list(MODULES)) {
            return releases.map(release -> release.resolve("build"))
                    .filter(build -> Files.exists(build.resolve("Module.symvers")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
