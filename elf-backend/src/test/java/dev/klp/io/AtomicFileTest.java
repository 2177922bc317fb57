package dev.klp.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] NEW = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void writesANewFile() throws IOException {
        Path target = folder.resolve("a.ko");
        AtomicFile.write(target, output -> output.write(ByteBuffer.wrap(NEW)));
        assertThat(target).hasBinaryContent(NEW);
        assertThat(names()).containsExactly("a.ko");
    }

    @Test
    void keepsThePermissionsOfTheFileItReplaces() throws IOException {
        Path target = Files.writeString(folder.resolve("a.ko"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-rw-"));
        AtomicFile.write(target, output -> output.write(ByteBuffer.wrap(NEW)));
        assertThat(target).hasBinaryContent(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-rw-rw-");
    }

    @Test
    void givesANewFileThePermissionsOfItsModel() throws IOException {
        Path model = Files.writeString(folder.resolve("in.ko"), "old");
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-r-----"));
        Path target = folder.resolve("out.ko");
        AtomicFile.write(target, model, output -> output.write(ByteBuffer.wrap(NEW)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void leavesEverythingAsItWasWhenTheBodyFails() throws IOException {
        Path target = Files.writeString(folder.resolve("a.ko"), "old");
        IOException problem = new IOException("half-way");
        assertThatThrownBy(() -> AtomicFile.write(target, output -> {
                    output.write(ByteBuffer.wrap(NEW));
                    throw problem;
                }))
                .isSameAs(problem);
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("a.ko");
    }

    @Test
    void leavesNothingBehindWhenTheBodyThrowsAnError() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.ko"), output -> {
                    throw new IllegalStateException("defect");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void tellsOfAFullDisk() {
        Path full = Path.of("/dev/full");
        Requires.that(Files.exists(full), "/dev/full is missing");
        assertThatThrownBy(() -> AtomicFile.write(full, output -> output.write(ByteBuffer.wrap(NEW))))
                .isInstanceOf(FileSystemException.class)
                .hasMessage("/dev/full: No space left on device");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void writesADeviceDirectly() throws IOException {
        Path device = Path.of("/dev/null");
        Requires.that(Files.exists(device), "/dev/null is missing");
        AtomicFile.write(device, output -> output.write(ByteBuffer.wrap(NEW)));
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void namesTheTargetWhoseFolderIsMissing() {
        Path target = folder.resolve("none/a.ko");
        assertThatThrownBy(() -> AtomicFile.write(target, output -> {}))
                .hasMessage(target + ": its folder does not exist");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> AtomicFile.write(folder, output -> {})).hasMessage(folder + ": is a folder");
    }

    @Test
    void replacesWhatASymbolicLinkPointsAt() throws IOException {
        Path real = Files.writeString(folder.resolve("real.ko"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.ko"), Path.of("real.ko"));
        AtomicFile.write(link, output -> output.write(ByteBuffer.wrap(NEW)));
        assertThat(real).hasBinaryContent(NEW);
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void writesBuffersLargerThanOnePiece() throws IOException {
        byte[] large = new byte[(1 << 20) * 2 + 17];
        large[large.length - 1] = 9;
        Path target = folder.resolve("large");
        AtomicFile.write(
                target,
                output -> assertThat(output.write(ByteBuffer.wrap(large))).isEqualTo(large.length));
        assertThat(target).hasBinaryContent(large);
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
