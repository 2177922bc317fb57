package dev.klp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.Livepatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The generated tree of one patch, where the compiler put it.
 *
 * @param folder the tree
 * @param buildFolder the build folder that {@code classes} or {@code test-classes} is in
 * @param module the module's name
 */
public record KbuildTree(Path folder, Path buildFolder, String module) {
    /** The tree of a patch in {@code src/main/java}. */
    public static KbuildTree of(Livepatch patch) {
        return in("classes", patch);
    }

    /** The tree of a patch in {@code src/test/java}. */
    public static KbuildTree ofTest(Livepatch patch) {
        return in("test-classes", patch);
    }

    private static KbuildTree in(String classes, Livepatch patch) {
        Path build = Path.of(System.getProperty("klp.build.folder", "target")).toAbsolutePath();
        Path folder = build.resolve(classes).resolve("klp").resolve(patch.moduleName());
        assertThat(patch.resources())
                .allSatisfy(resource ->
                        assertThat(build.resolve(classes).resolve(resource)).isRegularFile());
        return new KbuildTree(folder, build, patch.moduleName());
    }

    /** Builds and converts the module in the default place by the tree's own Makefile. */
    public Path make(KernelUnderTest kernel) throws IOException, InterruptedException {
        run("make", "-C", folder.toString(), "KDIR=" + kernel.headers(), "KLP=" + klp());
        return buildFolder.resolve("klp").resolve(module).resolve(module + ".ko");
    }

    /** Builds the module in a folder of its own and leaves it as kbuild made it. */
    public Path makeUnconverted(KernelUnderTest kernel) throws IOException, InterruptedException {
        Path out = buildFolder.resolve("unconverted").resolve(module);
        run("make", "-C", folder.toString(), "KDIR=" + kernel.headers(), "KLP=true", "O=" + out);
        return out.resolve(module + ".ko");
    }

    /** What make would run for a goal, as text for a shell: for a machine that has no make. */
    public String recipe(String goal, String... variables) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("make", "-n", "--no-print-directory", "-C", folder.toString(), goal));
        command.addAll(List.of(variables));
        return "set -e\n" + run(command.toArray(String[]::new));
    }

    /** Every file below the tree, by its path in it. */
    public Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new TreeSet<>(files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList());
        }
    }

    private static String klp() {
        return System.getProperty("klp.command", "klp");
    }

    /** What a program says, which becomes part of the failure if it does not end with 0. */
    static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Maven itself may have been started by make.
        builder.environment().keySet().removeAll(List.of("MAKEFLAGS", "MAKELEVEL", "MFLAGS"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> String.join(" ", new ArrayList<>(List.of(command))) + "\n" + output)
                .isZero();
        return output;
    }

    /** A copy of a module without its debug sections, as {@code strip --strip-debug} makes it. */
    public Path stripped(Path ko) throws IOException, InterruptedException {
        Path out = Files.createDirectories(buildFolder.resolve("stripped").resolve(module))
                .resolve(module + ".ko");
        run("strip", "--strip-debug", "-o", out.toString(), ko.toString());
        return out;
    }
}
