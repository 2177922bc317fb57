package dev.klp.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs and a machine may lack. Where it is missing the test is skipped and the reason printed; with
 * {@code CI=true} in the environment it fails instead, because a run that nobody watches must not prove less than it
 * says.
 */
public final class Requires {
    private Requires() {}

    /** Goes on only if {@code present}; {@code reason} says what is missing and how to get it. */
    public static void that(boolean present, String reason) {
        if (present) {
            return;
        }
        if (isContinuousIntegration()) {
            Assertions.fail(reason + " (a test may not be skipped with CI=true)");
        }
        System.err.println("skipped: " + reason);
        Assumptions.abort(reason);
    }

    /** The path of a program in {@code PATH}, or of a name with a folder as it is; the test goes on only if there is one. */
    public static Path program(String name) {
        if (name.contains("/")) {
            that(Files.isExecutable(Path.of(name)), "there is no program " + name);
            return Path.of(name);
        }
        for (String folder : variable("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, name);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        that(false, "the program '" + name + "' is not in PATH");
        throw new AssertionError("not reached");
    }

    /** A file or folder that must exist; {@code hint} says how to get it. */
    public static Path path(Path path, String hint) {
        that(Files.exists(path), path + " is missing; " + hint);
        return path;
    }

    /** The value of an environment variable or, before it, of the system property of the same name. */
    public static String variable(String name, String fallback) {
        @Nullable String property = System.getProperty(name);
        @Nullable String value = property != null ? property : System.getenv(name);
        return value == null || value.isEmpty() ? fallback : value;
    }

    private static boolean isContinuousIntegration() {
        return "true".equals(variable("CI", ""));
    }
}
