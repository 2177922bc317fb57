package dev.klp.kernel.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.KernelIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLocatorTest {
    @TempDir
    private Path folder;

    private final AtomicInteger runs = new AtomicInteger();
    private KernelLocator locator;
    private Path dump;

    @BeforeEach
    void writeDump() throws IOException {
        locator = new KernelLocator(
                folder.resolve("cache"),
                new IndexProgress() {
                    @Override
                    public void begin(int files) {
                        runs.incrementAndGet();
                    }

                    @Override
                    public void step() {}
                },
                note -> {});
        dump = dump("first");
    }

    private Path dump(String symbol) throws IOException {
        return Files.writeString(
                folder.resolve("kallsyms"),
                "ffffffff81000000 t " + symbol + "\nffffffffc0000000 t in_loop\t[loop]\n",
                StandardCharsets.UTF_8);
    }

    @Test
    void indexesASourceOnce() throws IOException {
        Path first = locator.locate(dump.toString());
        Path second = locator.locate(dump.toString());

        assertThat(first).isEqualTo(second).startsWith(folder.resolve("cache/index/sources"));
        assertThat(runs).hasValue(1);
    }

    @Test
    void indexesASourceAgainWhenItChanges() throws IOException {
        Path first = locator.locate(dump.toString());
        dump("other");
        Files.setLastModifiedTime(dump, FileTime.fromMillis(1));

        try (KernelIndex index = locator.open(dump.toString())) {
            assertThat(index.symbols("other")).hasSize(1);
            assertThat(index.symbols("first")).isEmpty();
        }
        assertThat(runs).hasValue(2);
        assertThat(first).doesNotExist();
    }

    @Test
    void makesAnIndexAgainThatItCannotRead() throws IOException {
        Path first = locator.locate(dump.toString());
        Files.write(first, new byte[] {1, 2, 3});

        assertThat(locator.locate(dump.toString())).isEqualTo(first);
        try (KernelIndex index = locator.open(dump.toString())) {
            assertThat(index.symbols("in_loop")).hasSize(1);
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void takesAnIndexFileAsItIs() throws IOException {
        Path index = Files.copy(locator.locate(dump.toString()), folder.resolve("named"));

        assertThat(locator.locate(index.toString())).isEqualTo(index);
        assertThat(runs).hasValue(1);
    }

    @Test
    void findsAReleaseInTheCache() throws IOException {
        Files.createDirectories(locator.indexOf("6.1.0").resolveSibling(""));
        Files.copy(locator.locate(dump.toString()), locator.indexOf("6.1.0"));

        assertThat(locator.locate("6.1.0")).isEqualTo(locator.indexOf("6.1.0"));
    }

    @Test
    void tellsWhatTheCacheHolds() throws IOException {
        Files.createDirectories(folder.resolve("cache/debian/6.1.0-56-amd64"));

        assertThatThrownBy(() -> locator.locate("6.1.0-57-amd64"))
                .hasMessageContaining("'6.1.0-57-amd64' is neither a file nor the release of a kernel in the cache")
                .hasMessageContaining("did you mean 6.1.0-56-amd64?");
        assertThatThrownBy(() -> locator.locate("nothing"))
                .hasMessageContaining("it holds 6.1.0-56-amd64")
                .hasMessageContaining("klp index --debian nothing");
    }

    @Test
    void aPathAtWhichThereIsNothingIsNoRelease() {
        assertThatThrownBy(() -> locator.locate("/no/such/file")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void indexesAKernelThatWasUnpackedIntoTheCache() throws IOException {
        Path unpacked = Files.createDirectories(folder.resolve("cache/debian/6.1.0-x/boot"));
        Files.writeString(unpacked.resolve("vmlinuz-6.1.0-x"), Files.readString(dump));

        try (KernelIndex index = locator.open("6.1.0-x")) {
            assertThat(index.release()).contains("6.1.0-x");
            assertThat(index.symbols("first")).hasSize(1);
        }
        assertThat(locator.indexOf("6.1.0-x")).exists();
    }
}
