package dev.klp.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The expected files of one case, in {@code src/test/resources/golden/<case>}. {@code -Dgolden.update=true} writes them
 * anew; what changed is then for the reviewer to see.
 */
final class Golden {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final Path folder;

    Golden(String name) {
        folder = Path.of(System.getProperty("basedir", ""))
                .resolve("src/test/resources/golden")
                .resolve(name);
    }

    void assertEqual(List<GeneratedFile> actual) {
        try {
            if (UPDATE) {
                write(actual);
            }
            for (GeneratedFile file : actual) {
                Path expected = folder.resolve(file.path().text());
                if (!Files.exists(expected)) {
                    fail("create %s (or run with -Dgolden.update=true) with this text:%n%s", expected, file.text());
                }
                assertThat(file.text()).describedAs("%s", expected).isEqualTo(Files.readString(expected));
            }
            assertThat(expectedPaths())
                    .describedAs("files in %s", folder)
                    .containsExactlyInAnyOrderElementsOf(
                            actual.stream().map(file -> file.path().text()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> expectedPaths() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private void write(List<GeneratedFile> actual) throws IOException {
        if (Files.exists(folder)) {
            for (String path : expectedPaths()) {
                Files.delete(folder.resolve(path));
            }
        }
        for (GeneratedFile file : actual) {
            Path path = folder.resolve(file.path().text());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text(), UTF_8);
        }
    }
}
