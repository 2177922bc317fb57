package dev.klp.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of the machine that tests compare with. */
public final class Program {
    private Program() {}

    /**
     * How a program ended.
     *
     * @param exitCode what it returned
     * @param output what it wrote to its standard streams
     */
    public record Result(int exitCode, String output) {}

    /** Runs a program in the current folder, in the C locale. */
    public static Result run(String... command) throws IOException {
        return run(Path.of(""), command);
    }

    /** Runs a program in a folder, in the C locale. */
    public static Result run(Path folder, String... command) throws IOException {
        Requires.program(command[0]);
        Path output = Files.createTempFile("program", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            int exitCode = builder.start().waitFor();
            return new Result(exitCode, Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    /** The output of a program that must succeed, run in the current folder. */
    public static String output(String... command) throws IOException {
        return output(Path.of(""), command);
    }

    /** The output of a program that must succeed. */
    public static String output(Path folder, String... command) throws IOException {
        Result result = run(folder, command);
        assertThat(result.exitCode())
                .as("%s:%n%s", List.of(command), result.output())
                .isZero();
        return result.output();
    }
}
