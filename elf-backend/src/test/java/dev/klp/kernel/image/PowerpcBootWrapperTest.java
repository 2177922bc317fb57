package dev.klp.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.Machine;
import dev.klp.kernel.compression.Limit;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerpcBootWrapperTest {
    @Test
    void unpacksTheKernelInItsSection(@TempDir Path folder) throws IOException, InterruptedException {
        String objcopy = Requires.program("objcopy").toString();
        ElfFormat format = new ElfFormat(true, ByteOrder.LITTLE_ENDIAN);
        byte[] kernel = TestKernels.elf(format, Machine.EM_PPC64, 0xc000_0000_0000_0000L, new byte[5000]);
        Path payload = folder.resolve("vmlinux.gz");
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(payload))) {
            stream.write(kernel);
        }
        Path empty = folder.resolve("empty.s");
        Files.writeString(empty, "");
        run("as", "-o", folder.resolve("wrapper.o").toString(), empty.toString());
        run(
                objcopy,
                "--add-section=.kernel:vmlinux.strip=" + payload,
                folder.resolve("wrapper.o").toString(),
                folder.resolve("zImage").toString());

        KernelImage image = KernelImage.read("zImage", Files.readAllBytes(folder.resolve("zImage")), Limit.DEFAULT);
        assertThat(image.layers()).containsExactly("powerpc boot wrapper", "gzip");
        assertThat(image.bytes()).isEqualTo(ByteBuffer.wrap(kernel));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(command[0])
                .isZero();
    }
}
