package dev.klp.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.Machine;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.compression.Limit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class KernelImageTest {
    private static final long SEED = 77;
    private static final ElfFormat X86 = new ElfFormat(true, ByteOrder.LITTLE_ENDIAN);
    private static final long ADDRESS = 0xffff_ffff_8100_0000L;
    private static final byte[] KERNEL = TestKernels.elf(X86, Machine.EM_X86_64, ADDRESS, content());

    @Test
    void readsAnElfKernelAsItIs() throws IOException {
        KernelImage image = read(KERNEL);

        assertThat(image.layers()).isEmpty();
        assertThat(image.format()).isEqualTo(X86);
        assertThat(image.elf()).isNotNull();
        assertThat(image.addresses().offsetOf(ADDRESS + 5)).isEqualTo(TestKernels.CONTENT + 5);
        assertThat(image.addresses().addressOf(TestKernels.CONTENT + 5)).isEqualTo(ADDRESS + 5);
        assertThat(image.addresses().offsetOf(ADDRESS - 1)).isEqualTo(-1);
        assertThat(image.addresses().offsetOf(ADDRESS + content().length)).isEqualTo(-1);
        assertThat(image.addresses().isLoaded(5)).isFalse();
        assertThatThrownBy(() -> image.addresses().addressOf(5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unpacksAnX86BootImage() throws IOException {
        KernelImage image = read(bzImage(xz(KERNEL)));
        assertThat(image.layers()).containsExactly("x86 boot image", "xz");
        assertThat(image.bytes()).isEqualTo(ByteBuffer.wrap(KERNEL));
    }

    @Test
    void unpacksGzippedBootImagesAndImages() throws IOException {
        assertThat(read(gzip(bzImage(gzip(KERNEL)))).layers()).containsExactly("gzip", "x86 boot image", "gzip");
        KernelImage arm64 = read(gzip(arm64Image()));
        assertThat(arm64.layers()).containsExactly("gzip", "arm64 Image");
        assertThat(arm64.format()).isEqualTo(X86);
        assertThat(arm64.elf()).isNull();
        assertThat(arm64.addresses().offsetOf(0x40)).isEqualTo(0x40);
    }

    @Test
    void unpacksAnEfiZbootImage() throws IOException {
        byte[] payload = gzip(arm64Image());
        byte[] file = ByteBuffer.allocate(0x200 + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'M', 'Z', 0, 0, 'z', 'i', 'm', 'g'})
                .putInt(0x200)
                .putInt(payload.length)
                .put(0x200, payload)
                .array();
        assertThat(read(file).layers()).containsExactly("EFI zboot image", "gzip", "arm64 Image");
    }

    @Test
    void findsThePayloadOfAnImageThatUnpacksItselfBehindFalseMagics() throws IOException {
        byte[] payload = xz(TestKernels.flat(content()));
        byte[] falseMagic = {
            (byte) 0xfd, '7', 'z', 'X', 'Z', 0, 'X', 'Z', ' ', 'd', 'e', 'c', 0x1f, (byte) 0x8b, 8, 0x20
        };
        byte[] file = new byte[5000 + payload.length + 100];
        System.arraycopy(falseMagic, 0, file, 1000, falseMagic.length);
        System.arraycopy(payload, 0, file, 5000, payload.length);

        KernelImage image = read(file);
        assertThat(image.layers()).containsExactly("xz");
        assertThat(image.format()).isNull();
        assertThat(image.bytes()).isEqualTo(ByteBuffer.wrap(TestKernels.flat(content())));
    }

    @Test
    void readsAKernelWithoutHeaders() throws IOException {
        KernelImage image = read(TestKernels.flat(content()));
        assertThat(image.layers()).isEmpty();
        assertThat(image.addresses().addressOf(77)).isEqualTo(77);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> read("not a kernel".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(KernelFormatException.class)
                .hasMessage(
                        "vmlinuz: this is not a kernel image: neither ELF, nor a boot image of a known form, nor a file with"
                                + " a compressed kernel in it");
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(KernelFormatException.class);
        assertThatThrownBy(() -> read(bzImage("no magic".getBytes(StandardCharsets.US_ASCII))))
                .hasMessage("vmlinuz: at 0x400: the payload of the x86 boot image is not compressed in a known way");
        byte[] cut = Arrays.copyOf(bzImage(gzip(KERNEL)), 2000);
        assertThatThrownBy(() -> read(cut))
                .hasMessageMatching(
                        "vmlinuz: at 0x400: the x86 boot image says that its payload of 0x[0-9a-f]+ bytes starts"
                                + " here, but the file has 0x7d0 bytes");
    }

    @Test
    void refusesTooManyLayers() throws IOException {
        byte[] nested = KERNEL;
        for (int i = 0; i < 6; i++) {
            nested = gzip(nested);
        }
        byte[] file = nested;
        assertThatThrownBy(() -> read(file)).hasMessage("vmlinuz: there are more than 4 layers of compression");
    }

    @Test
    void throwsNothingButItsOwnExceptionsOnChangedBytes() throws IOException {
        Random random = new Random(SEED);
        byte[][] files = {KERNEL, bzImage(gzip(KERNEL)), arm64Image(), gzip(KERNEL)};
        for (int round = 0; round < 2000; round++) {
            byte[] changed = files[round % files.length].clone();
            for (int i = 0; i <= random.nextInt(6); i++) {
                changed[random.nextInt(random.nextBoolean() ? 0x300 : changed.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(4) == 0) {
                changed = Arrays.copyOf(changed, random.nextInt(changed.length));
            }
            try {
                KernelImage.read("vmlinuz", changed, new Limit(1 << 20));
            } catch (KernelFormatException | ElfFormatException e) {
                assertThat(e).hasMessageStartingWith("vmlinuz: ");
            }
        }
    }

    private static KernelImage read(byte[] file) throws IOException {
        return KernelImage.read("vmlinuz", file, Limit.DEFAULT);
    }

    private static byte[] content() {
        byte[] content = new byte[10_000];
        new Random(SEED).nextBytes(content);
        return content;
    }

    private static byte[] bzImage(byte[] payload) {
        return ByteBuffer.allocate(0x400 + payload.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(0x1f1, (byte) 1)
                .putShort(0x1fe, (short) 0xaa55)
                .putInt(0x202, 0x53726448)
                .putShort(0x206, (short) 0x020f)
                .putInt(0x248, 0)
                .putInt(0x24c, payload.length)
                .put(0x400, payload)
                .array();
    }

    private static byte[] arm64Image() {
        return ByteBuffer.allocate(8192)
                .put(0, new byte[] {'M', 'Z'})
                .put(56, new byte[] {'A', 'R', 'M', 0x64})
                .array();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] xz(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = new XZOutputStream(bytes, new LZMA2Options(1))) {
            stream.write(content);
        }
        return bytes.toByteArray();
    }
}
