package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs javac as a process of its own with the jar alone on its processor path, as a build tool does. */
final class ProcessorJar {
    static final Path PATH = Path.of(System.getProperty("klp.processor.jar", "none given"));

    private ProcessorJar() {}

    /**
     * What became of a compilation.
     *
     * @param status the compiler's exit status
     * @param log all that it printed
     */
    record Outcome(int status, String log) {
        /** Of a compilation that raised nothing but notes. */
        Outcome assertSucceeded() {
            assertThat(status).as(log).isZero();
            assertThat(log.lines().filter(line -> line.contains("warning:") || line.contains("error:")))
                    .as(log)
                    .isEmpty();
            return this;
        }
    }

    /** Compiles one file below {@code in}; warnings count as errors. */
    static Outcome compile(Path in, String file, Path out, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(Files.createDirectories(out).resolveSibling(""), "javac", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-Werror",
                "-implicit:none",
                "--release",
                "17",
                "-processorpath",
                PATH.toString(),
                "-classpath",
                Compiler.annotations().toString(),
                "-sourcepath",
                in.toString(),
                "-d",
                out.toString()));
        command.addAll(List.of(options));
        command.add(in.resolve(file).toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new Outcome(status, Files.readString(log));
    }
}
