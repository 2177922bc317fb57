package dev.klp.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.testing.Program;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void readsFiles() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
        assertThat(WholeFile.read(file)).containsExactly(1, 2, 3);
        assertThat(WholeFile.read(Files.createSymbolicLink(folder.resolve("link"), file)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void readsFilesThatDoNotTellTheirSize() throws IOException {
        Path version = Path.of("/proc/version");
        Requires.path(version, "a Linux machine has it");
        assertThat(Files.size(version)).isZero();
        assertThat(WholeFile.read(version)).startsWith("Linux version".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void readsPipes() throws Exception {
        Path pipe = folder.resolve("pipe");
        Program.output(folder, "mkfifo", pipe.toString());
        Process writer = new ProcessBuilder("sh", "-c", "head -c 100000 /dev/zero > \"$0\"", pipe.toString()).start();
        assertThat(WholeFile.read(pipe)).hasSize(100_000);
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    void namesWhatIsMissing() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> WholeFile.read(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing.toString());
    }

    @Test
    void refusesFolders() {
        assertRefused(folder, "is a folder, not a file");
    }

    @Test
    void refusesDevicesThatMayNeverEnd() {
        assertRefused(Path.of("/dev/zero"), "is a device, not a file");
    }

    @Test
    void refusesWhatNoArrayHolds() throws IOException {
        Path sparse = folder.resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(1L << 31);
        }
        assertRefused(sparse, "has 2147483648 bytes, more than 2 GiB");
    }

    @Test
    void namesTheFileWhenReadingFails() {
        Path memory = Path.of("/proc/self/mem");
        Requires.that(Files.isReadable(memory), memory + " is not readable");
        assertRefused(memory, "Input/output error");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> WholeFile.read(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": " + reason);
    }
}
