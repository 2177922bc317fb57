package dev.klp.kernel.btf.declaration;

import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs gcc in a folder of the test. */
record CCompiler(Path folder) {
    /** The dialect of the kernel since 5.18 ({@code KBUILD_CFLAGS} in its {@code Makefile}). */
    private static final List<String> DIALECT = List.of("-std=gnu11", "-w");

    /** What gcc says about a unit when it only checks it; empty if it accepts it. */
    String check(String name, String unit) throws IOException, InterruptedException {
        return gcc(name, unit, "-fsyntax-only");
    }

    /** The BTF that gcc itself makes of a unit. */
    byte[] btf(String name, String unit) throws IOException, InterruptedException {
        Path object = folder.resolve(name + ".o");
        String complaints = gcc(name, unit, "-c", "-O0", "-gbtf", "-o", object.toString());
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints);
        }
        Path btf = folder.resolve(name + ".btf");
        run(
                Requires.program("objcopy").toString(),
                "-O",
                "binary",
                "--only-section=.BTF",
                "--set-section-flags=.BTF=alloc",
                object.toString(),
                btf.toString());
        return Files.readAllBytes(btf);
    }

    private String gcc(String name, String unit, String... options) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve(name + ".c"), unit);
        List<String> command = new ArrayList<>(List.of(Requires.program("gcc").toString()));
        command.addAll(DIALECT);
        command.addAll(List.of(options));
        command.add(source.toString());
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? output : output + "\n" + command[0] + " ended with " + process.exitValue();
    }
}
