package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionTest {
    @TempDir
    Path folder;

    @Test
    void tableHasARowForEveryOption() {
        assertThat(Option.markdownTable().lines().skip(2))
                .hasSize(Option.values().length)
                .allMatch(row -> row.matches("\\| `-Aklp\\.[a-z]+` \\| [^|]+ \\| [^|]+ \\| [^|]+\\. \\|"));
    }

    @Test
    void takesNothingForTheDefaults() {
        assertThat(Options.parse(Map.of("other.option", "x")))
                .extracting(
                        Options::sources,
                        Options::verbose,
                        Options::debug,
                        o -> o.diagnostics().size())
                .containsExactly(null, false, false, 0);
    }

    @Test
    void resolvesAgainstTheBaseAndNotTheWorkingDirectory() throws Exception {
        Path c = Files.createDirectories(folder.resolve("src/main/c"));
        Options options = Options.parse(Map.of("klp.basedir", folder.toString(), "klp.sources", "src/main/c"));
        assertThat(options.diagnostics()).isEmpty();
        assertThat(options.sources()).isEqualTo(c);
        assertThat(Options.parse(Map.of("klp.sources", c.toString())).sources()).isEqualTo(c);
    }

    @Test
    void takesReleasesAndFilesForKernels() throws Exception {
        Path image = Files.createFile(folder.resolve("vmlinuz"));
        Options options = Options.parse(
                Map.of("klp.basedir", folder.toString(), "klp.kernel", "6.1.0-1, vmlinuz,out/k.klpindex," + image));
        assertThat(options.diagnostics()).isEmpty();
        assertThat(options.kernels())
                .containsExactly(
                        new KernelName("6.1.0-1", null),
                        new KernelName("vmlinuz", image),
                        new KernelName("out/k.klpindex", folder.resolve("out/k.klpindex")),
                        new KernelName(image.toString(), image));
    }
}
