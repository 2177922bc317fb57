package dev.klp.processor;

import dev.klp.livepatch.TargetVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A generated tree that a case expects.
 *
 * @param folder the tree
 * @param releases the folders in it with the files for one kernel each; empty where there is one set of files for all
 */
record ExpectedTree(Path folder, List<String> releases) {
    /** The oldest kernel whose registration today's headers still have: {@code klp_enable_patch()} alone, since Linux 5.1. */
    private static final TargetVersion OLDEST = new TargetVersion(5, 1);

    /** In a case whose tree no kbuild of an x86-64 kernel can build, the file that says why. */
    private static final String NOT_BUILT = "not-built.txt";

    /** All trees of all cases but those that say that they are not to be built. */
    static List<ExpectedTree> all() throws IOException {
        try (Stream<Path> files = Files.walk(CaseTest.CASES)) {
            return files.filter(
                            file -> file.endsWith("Kbuild") && file.toString().contains("/expected/klp/"))
                    .map(file -> Objects.requireNonNull(file.getParent()))
                    .filter(folder -> !isExempt(folder))
                    .sorted()
                    .map(folder -> new ExpectedTree(folder, releases(folder)))
                    .toList();
        }
    }

    private static boolean isExempt(Path tree) {
        try {
            Path reason = CaseTest.CASES
                    .resolve(CaseTest.CASES.relativize(tree).getName(0))
                    .resolve(NOT_BUILT);
            return Files.exists(reason) && !Files.readString(reason).isBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> releases(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.exists(file.resolve(folder.getFileName() + ".h")))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module's name. */
    String module() {
        return folder.getFileName().toString();
    }

    /** A name that no other tree has. */
    String name() {
        return CaseTest.CASES.relativize(folder).getName(0) + "-" + module();
    }

    /**
     * The releases whose files a kernel is to build, {@code ""} for those of all: those for its own version if there are any,
     * and otherwise every one that its headers are not too new for.
     */
    List<String> releasesFor(TargetVersion kernel) {
        if (releases.isEmpty()) {
            return List.of("");
        }
        List<String> own = releases.stream()
                .filter(release -> kernel.equals(TargetVersion.parse(release)))
                .toList();
        return own.isEmpty()
                ? releases.stream()
                        .filter(release -> Objects.requireNonNull(TargetVersion.parse(release))
                                .isAtLeast(OLDEST.version(), OLDEST.patchLevel()))
                        .toList()
                : own;
    }

    /** Copies what kbuild sees of it, as the tree's own Makefile would. */
    void copy(String release, Path to) throws IOException {
        for (Map.Entry<String, byte[]> file : Golden.below(folder).entrySet()) {
            String name = file.getKey();
            String first = name.substring(0, Math.max(0, name.indexOf('/')));
            if (!first.isEmpty() && first.equals(release)) {
                name = name.substring(first.length() + 1);
            } else if (releases.contains(first)) {
                continue;
            }
            Path copy = to.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }
}
