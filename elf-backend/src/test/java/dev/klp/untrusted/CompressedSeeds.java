package dev.klp.untrusted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** Streams in every compression that kernels come in. */
final class CompressedSeeds {
    private static final int LZ4_LEGACY_MAGIC = 0x184c2102;

    private CompressedSeeds() {}

    static List<byte[]> streams() throws IOException {
        byte[] content = new byte[600];
        new Random(1).nextBytes(content);
        Arrays.fill(content, 100, 500, (byte) 7);
        return of(content);
    }

    static List<byte[]> cheap(byte[] content) throws IOException {
        return List.of(write(content, GZIPOutputStream::new), lz4(content));
    }

    static List<byte[]> of(byte[] content) throws IOException {
        LZMA2Options smallDictionary = new LZMA2Options(0);
        FilterOptions[] filters = {new X86Options(), smallDictionary};
        return List.of(
                write(content, GZIPOutputStream::new),
                write(content, out -> new XZOutputStream(out, filters, XZ.CHECK_CRC32)),
                write(content, out -> new LZMAOutputStream(out, smallDictionary, -1)),
                bzip2(content),
                zstd(content),
                lz4(content));
    }

    private interface Packer {
        OutputStream open(OutputStream out) throws IOException;
    }

    private static byte[] write(byte[] content, Packer packer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = packer.open(bytes)) {
            stream.write(content);
        }
        return bytes.toByteArray();
    }

    /** With blocks of 100 kB: memory for those of 900 kB takes longer than all the rest. */
    private static byte[] bzip2(byte[] content) throws IOException {
        byte[] packed = write(content, new io.airlift.compress.bzip2.BZip2HadoopStreams()::createOutputStream);
        packed[3] = '1';
        return packed;
    }

    private static byte[] zstd(byte[] content) {
        byte[] packed = new byte[2 * content.length + 100];
        int size = new io.airlift.compress.zstd.ZstdCompressor()
                .compress(content, 0, content.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, size);
    }

    private static byte[] lz4(byte[] content) {
        byte[] block = new byte[2 * content.length + 100];
        int size = new io.airlift.compress.lz4.Lz4Compressor()
                .compress(content, 0, content.length, block, 0, block.length);
        ByteBuffer packed = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
        return packed.putInt(LZ4_LEGACY_MAGIC).putInt(size).put(block, 0, size).array();
    }
}
