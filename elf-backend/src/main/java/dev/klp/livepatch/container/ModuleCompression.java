package dev.klp.livepatch.container;

import dev.klp.kernel.compression.Compression;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * How the file of a module is compressed: the three forms that kbuild installs ({@code CONFIG_MODULE_COMPRESS_GZIP}, {@code _XZ}
 * and {@code _ZSTD}, {@code scripts/Makefile.modinst}), and with the same parameters, which are those that the kernel's own
 * decoder takes ({@code CONFIG_MODULE_DECOMPRESS} since Linux 5.17, {@code kernel/module/decompress.c}).
 */
public enum ModuleCompression {
    /** {@code gzip -n}: neither name nor time in the header. */
    GZIP(Compression.GZIP, ".gz", ModuleCompression::gzip),
    /** {@code xz --check=crc32 --lzma2=dict=1MiB}: the kernel's decoder knows CRC32 and no larger check. */
    XZ(Compression.XZ, ".xz", ModuleCompression::xz),
    /** {@code zstd}: one frame that tells its size, with a checksum. */
    ZSTD(Compression.ZSTD, ".zst", ModuleCompression::zstd);

    private static final int XZ_DICTIONARY_BYTES = 1 << 20;

    private final Compression form;
    private final String suffix;
    private final Packer packer;

    ModuleCompression(Compression form, String suffix, Packer packer) {
        this.form = form;
        this.suffix = suffix;
        this.packer = packer;
    }

    @FunctionalInterface
    private interface Packer {
        byte[] pack(byte[] bytes) throws IOException;
    }

    /** The compression of that form, or null if no module comes in it. */
    static @Nullable ModuleCompression of(Compression form) {
        for (ModuleCompression compression : values()) {
            if (compression.form == form) {
                return compression;
            }
        }
        return null;
    }

    /** What kbuild appends to {@code .ko} in the file's name, with its dot. */
    public String suffix() {
        return suffix;
    }

    /** The name that tools use for it, such as {@code xz}. */
    public String label() {
        return form.label();
    }

    /** Compresses a module. The same bytes become the same bytes. */
    byte[] pack(byte[] bytes) throws IOException {
        return packer.pack(bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] xz(byte[] bytes) throws IOException {
        LZMA2Options options = new LZMA2Options();
        options.setDictSize(XZ_DICTIONARY_BYTES);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (XZOutputStream stream = new XZOutputStream(packed, options, org.tukaani.xz.XZ.CHECK_CRC32)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zstd(byte[] bytes) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
        int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, length);
    }
}
