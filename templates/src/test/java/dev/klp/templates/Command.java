package dev.klp.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A finished command.
 *
 * @param status its exit status
 * @param output what it wrote, both streams in the order of writing
 */
record Command(int status, String output) {
    private static final long LIMIT_MINUTES = 5;

    static Command run(Path folder, String... words) {
        return run(folder, Map.of(), words);
    }

    static Command run(Path folder, Map<String, String> environment, String... words) {
        try {
            Path output = Files.createTempFile("output", null);
            ProcessBuilder builder = new ProcessBuilder(List.of(words))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeAll(List.of("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "O", "KLP"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("no end within " + LIMIT_MINUTES + " minutes: " + List.of(words));
            }
            String text = Files.readString(output);
            Files.delete(output);
            return new Command(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Command succeeds() {
        assertThat(status).describedAs("%s", output).isZero();
        return this;
    }

    Command fails() {
        assertThat(status).describedAs("%s", output).isNotZero();
        return this;
    }

    List<String> lines() {
        return output.lines().toList();
    }
}
