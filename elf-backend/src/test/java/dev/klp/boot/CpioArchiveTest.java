package dev.klp.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.Requires;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpioArchiveTest {
    @Test
    void everyEntryStartsAtAMultipleOfFour() throws IOException {
        byte[] archive = archive();

        assertThat(archive.length % 4).isZero();
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("070701"); at >= 0; at = text.indexOf("070701", at + 1)) {
            assertThat(at % 4).isZero();
        }
        assertThat(text).endsWith("TRAILER!!!\0\0\0\0");
    }

    @Test
    void cpioUnpacksWhatWasPacked(@TempDir Path folder) throws Exception {
        Path archive = Files.write(folder.resolve("archive"), archive());
        Requires.program("cpio");

        Process cpio = new ProcessBuilder("cpio", "--extract", "--quiet")
                .directory(folder.toFile())
                .redirectInput(archive.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(cpio.waitFor()).isZero();
        assertThat(folder.resolve("bin/empty")).isEmptyFile().isExecutable();
        assertThat(folder.resolve("bin/odd")).hasContent("12345");
        assertThat(folder.resolve("bin/large")).hasSize(100_000);
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CpioArchive archive = new CpioArchive(out)) {
            archive.folder("bin");
            archive.file("bin/empty", ByteBuffer.allocate(0));
            archive.file("bin/odd", StandardCharsets.US_ASCII.encode("12345"));
            archive.file("bin/large", ByteBuffer.allocate(100_000));
        }
        return out.toByteArray();
    }
}
