package dev.klp.kernel.btf.declaration;

import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compiles units with the flags of an installed kernel, by its own build system. */
record KernelBuild(String release, Path headers, Path folder) {
    /** A function declaration in the file that gcc's {@code -aux-info} writes. */
    private static final Pattern DECLARATION =
            Pattern.compile("^/\\* \\S+:\\d+:\\w+ \\*/ extern .*?(?:[*\\s]|\\(\\*)([A-Za-z_]\\w*) \\(.*");

    /** The releases whose headers are installed. */
    static List<String> releases() throws IOException {
        Path modules = Path.of("/lib/modules");
        try (Stream<Path> entries = Files.isDirectory(modules) ? Files.list(modules) : Stream.of()) {
            List<String> releases = entries.filter(entry -> Files.exists(entry.resolve("build/Module.symvers")))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            Requires.that(!releases.isEmpty(), "no kernel headers are installed (apt-get install linux-headers-amd64)");
            return releases;
        }
    }

    static KernelBuild of(String release, Path folder) {
        Requires.program("make");
        return new KernelBuild(release, Path.of("/lib/modules", release, "build"), folder);
    }

    /** The functions that a unit declares, those of its headers included. */
    Set<String> declaredFunctions(String name, String unit) throws IOException, InterruptedException {
        Path declarations = folder.resolve(name + ".aux");
        String complaints = compile(name, unit, "-aux-info " + declarations);
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints);
        }
        Set<String> functions = new TreeSet<>();
        for (String line : Files.readAllLines(declarations, StandardCharsets.ISO_8859_1)) {
            Matcher matcher = DECLARATION.matcher(line);
            if (matcher.matches()) {
                functions.add(matcher.group(1));
            }
        }
        return functions;
    }

    /** What the compiler says about a unit; empty if it accepts it. */
    String compile(String name, String unit, String flags) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(name + ".c"), unit);
        Files.writeString(
                folder.resolve("Kbuild"), "obj-m := " + name + ".o\nccflags-y := -w -fmax-errors=0 " + flags + "\n");
        Process process = new ProcessBuilder("make", "-s", "-C", headers.toString(), "M=" + folder, name + ".o")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : output;
    }
}
