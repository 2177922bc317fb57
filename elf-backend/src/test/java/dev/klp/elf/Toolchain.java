package dev.klp.elf;

import dev.klp.testing.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of binutils and gcc, run in a test's folder; the test is skipped where they are missing. */
public record Toolchain(Path folder) {
    /** Compiles C into an object file. */
    public Path compile(String name, String source, String... options) {
        return build("gcc", name, ".c", source, List.of(options), "-c");
    }

    /** Assembles an object file; {@code --32} makes it an ELF32 file for the 80386. */
    public Path assemble(String name, String source, String... options) {
        return build("as", name, ".s", source, List.of(options));
    }

    /** What a program prints, which must succeed. Standard error is part of it, so that warnings are seen. */
    public static String run(String program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(Requires.program(program).toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new AssertionError(command + " ended with " + status + ":\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Path build(
            String program, String name, String suffix, String source, List<String> options, String... last) {
        try {
            Path input = Files.writeString(folder.resolve(name + suffix), source);
            Path object = folder.resolve(name + ".o");
            List<Object> arguments = new ArrayList<>(options);
            arguments.addAll(List.of(last));
            arguments.addAll(List.of("-o", object, input));
            run(program, arguments.toArray());
            return object;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
