package dev.klp.kernel.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.KernelFormatException;
import dev.klp.testing.Requires;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

class CompressionTest {
    private static final long SEED = 20261121;

    /** The command lines of the kernel's own build, {@code scripts/Makefile.lib}. */
    static Stream<Arguments> toolsOfTheKernelBuild() {
        return Stream.of(
                Arguments.of(Compression.GZIP, List.of("gzip", "-n", "-9")),
                Arguments.of(Compression.XZ, List.of("xz", "--check=crc32", "--x86", "--lzma2=dict=32MiB")),
                Arguments.of(Compression.LZMA, List.of("xz", "--format=lzma", "-9")),
                Arguments.of(Compression.ZSTD, List.of("zstd", "-q", "-22", "--ultra")),
                Arguments.of(Compression.ZSTD, List.of("zstd", "-q", "-T0")),
                Arguments.of(Compression.LZ4, List.of("lz4", "-q", "-l", "-9")),
                Arguments.of(Compression.BZIP2, List.of("bzip2", "-9")));
    }

    @ParameterizedTest
    @MethodSource("toolsOfTheKernelBuild")
    void unpacksWhatTheToolOfTheKernelBuildPacks(Compression compression, List<String> command, @TempDir Path folder)
            throws IOException, InterruptedException {
        Requires.program(command.get(0));
        // More than one block of the legacy LZ4 frame, whose blocks are the largest.
        byte[] content = content(compression == Compression.LZ4 ? 9 << 20 : 1 << 20);
        byte[] packed = pack(command, content, folder);

        assertThat(Compression.at(packed, 0)).isEqualTo(compression);
        assertThat(unpack(compression, packed)).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource("toolsOfTheKernelBuild")
    void ignoresTheSizeThatTheBuildAppends(Compression compression, List<String> command, @TempDir Path folder)
            throws IOException, InterruptedException {
        Requires.program(command.get(0));
        byte[] content = content(70_000);
        byte[] packed = pack(command, content, folder);
        int size = content.length;
        byte[] withSize = Arrays.copyOf(packed, packed.length + 4);
        for (int i = 0; i < 4; i++) {
            withSize[packed.length + i] = (byte) (size >> 8 * i);
        }

        assertThat(unpack(compression, withSize)).isEqualTo(content);
    }

    @Test
    void unpacksAStreamInTheMiddleOfAFile() throws IOException {
        byte[] content = content(1000);
        byte[] packed = gzip(content);
        byte[] file = new byte[packed.length + 300];
        System.arraycopy(packed, 0, file, 100, packed.length);

        assertThat(Compression.GZIP.unpack("f", file, 100, file.length - 100, Limit.DEFAULT))
                .isEqualTo(content);
    }

    static Stream<Arguments> packedInProcess() throws IOException {
        byte[] content = content(5000);
        ByteArrayOutputStream xz = new ByteArrayOutputStream();
        try (OutputStream stream =
                new XZOutputStream(xz, new org.tukaani.xz.FilterOptions[] {new X86Options(), new LZMA2Options(6)})) {
            stream.write(content);
        }
        ByteArrayOutputStream lzma = new ByteArrayOutputStream();
        try (OutputStream stream = new LZMAOutputStream(lzma, new LZMA2Options(6), -1)) {
            stream.write(content);
        }
        byte[] zstd = new byte[20_000];
        int zstdSize = new io.airlift.compress.zstd.ZstdCompressor()
                .compress(content, 0, content.length, zstd, 0, zstd.length);
        return Stream.of(
                Arguments.of(Compression.GZIP, gzip(content)),
                Arguments.of(Compression.XZ, xz.toByteArray()),
                Arguments.of(Compression.LZMA, lzma.toByteArray()),
                Arguments.of(Compression.ZSTD, Arrays.copyOf(zstd, zstdSize)),
                Arguments.of(Compression.LZ4, lz4Legacy(content)),
                Arguments.of(Compression.BZIP2, bzip2(content)));
    }

    @ParameterizedTest
    @MethodSource("packedInProcess")
    void namesFormAndPlaceWhenCutShortAnywhere(Compression compression, byte[] packed) throws IOException {
        byte[] whole = unpack(compression, packed);
        int answers = 0;
        for (int length = compression.magicLength(); length < packed.length; length += 7) {
            byte[] cut = Arrays.copyOf(packed, length);
            try {
                byte[] prefix = unpack(compression, cut);
                // A legacy LZ4 stream has no end mark, and the form's last bytes may be padding or a check.
                assertThat(whole).startsWith(prefix);
                answers++;
            } catch (KernelFormatException e) {
                assertThat(e).hasMessageStartingWith("f: at 0x0: broken " + compression.label() + " data: ");
            }
        }
        assertThat(answers).as("cuts that were not noticed").isLessThan(3);
    }

    @ParameterizedTest
    @MethodSource("packedInProcess")
    void throwsNothingButItsOwnExceptionOnChangedBytes(Compression compression, byte[] packed) {
        Random random = new Random(SEED);
        for (int round = 0; round < 1000; round++) {
            byte[] changed = packed.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                compression.unpack("f", changed, 0, changed.length, new Limit(1 << 20));
            } catch (KernelFormatException e) {
                assertThat(e.offset()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packedInProcess")
    void stopsAtTheLimit(Compression compression, byte[] packed) throws IOException {
        assertThat(compression.unpack("f", packed, 0, packed.length, new Limit(128 << 10)))
                .hasSize(5000);
        assertThatThrownBy(() -> compression.unpack("f", packed, 0, packed.length, new Limit(4999)))
                .isInstanceOf(KernelFormatException.class)
                .hasMessage("f: at 0x0: the %s data grows beyond the limit of 4,999 bytes", compression.label());
    }

    @Test
    void refusesLzoByName() {
        byte[] lzo = {(byte) 0x89, 'L', 'Z', 'O', 0, '\r', '\n', 0x1a, '\n', 0, 0};
        assertThat(Compression.at(lzo, 0)).isEqualTo(Compression.LZO);
        assertThatThrownBy(() -> unpack(Compression.LZO, lzo))
                .isInstanceOf(KernelFormatException.class)
                .hasMessageContaining("lzo is not supported")
                .hasMessageContaining("lzop -d");
    }

    @Test
    void knowsNoCompressionInPlainBytes() {
        assertThat(Compression.at(new byte[] {0x7f, 'E', 'L', 'F'}, 0)).isNull();
        assertThat(Compression.at(new byte[] {0x1f, (byte) 0x8b}, 0)).isNull();
        assertThat(Compression.at(new byte[0], 0)).isNull();
    }

    private static byte[] unpack(Compression compression, byte[] packed) throws IOException {
        return compression.unpack("f", packed, 0, packed.length, Limit.DEFAULT);
    }

    /** Half noise, half repetition: streams of it have blocks of several kinds. */
    private static byte[] content(int size) {
        Random random = new Random(SEED);
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (i >> 9 & 1) == 0 ? (byte) random.nextInt() : (byte) (i & 0x3f);
        }
        return content;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bzip2(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = new io.airlift.compress.bzip2.BZip2HadoopStreams().createOutputStream(bytes)) {
            stream.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] lz4Legacy(byte[] content) {
        byte[] block = new byte[2 * content.length];
        int size = new io.airlift.compress.lz4.Lz4Compressor()
                .compress(content, 0, content.length, block, 0, block.length);
        return java.nio.ByteBuffer.allocate(8 + size)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(0x184c2102)
                .putInt(size)
                .put(block, 0, size)
                .array();
    }

    private static byte[] pack(List<String> command, byte[] content, Path folder)
            throws IOException, InterruptedException {
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        Files.write(in, content);
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).as("exit code of %s", command).isZero();
        return Files.readAllBytes(out);
    }
}
