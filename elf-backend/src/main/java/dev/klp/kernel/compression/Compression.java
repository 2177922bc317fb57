package dev.klp.kernel.compression;

import dev.klp.kernel.KernelFormatException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a kernel or a module is compressed. The magics are those of the kernel's own {@code lib/decompress.c} (table
 * {@code compressed_formats}) and of its user-space counterpart {@code scripts/extract-vmlinux}.
 */
public enum Compression {
    /** gzip, RFC 1952; {@code CONFIG_KERNEL_GZIP}, {@code .ko.gz}. */
    GZIP("gzip", "1f8b08", new GzipUnpacker()),
    /** The {@code .xz} format; {@code CONFIG_KERNEL_XZ}, {@code .ko.xz}. */
    XZ("xz", "fd377a585a00", new XzUnpacker()),
    /** The older {@code .lzma} format, whose header is no more than parameters; {@code CONFIG_KERNEL_LZMA}. */
    LZMA("lzma", "5d0000", new LzmaUnpacker()),
    /** Zstandard, RFC 8878; {@code CONFIG_KERNEL_ZSTD}, {@code .ko.zst}. */
    ZSTD("zstd", "28b52ffd", new ZstdUnpacker()),
    /** LZ4 in its first ("legacy") frame format, the only one that the kernel reads; {@code CONFIG_KERNEL_LZ4}. */
    LZ4("lz4", "02214c18", new Lz4LegacyUnpacker()),
    /** bzip2; {@code CONFIG_KERNEL_BZIP2}. */
    BZIP2("bzip2", "425a68", new Bzip2Unpacker()),
    /** lzop's container; recognised in order to be refused by name. */
    LZO("lzo", "894c5a4f000d0a1a0a", new LzoRefusal());

    private final String label;
    private final byte[] magic;
    private final Unpacker unpacker;

    Compression(String label, String magic, Unpacker unpacker) {
        this.label = label;
        this.magic = HexFormat.of().parseHex(magic);
        this.unpacker = unpacker;
    }

    /** The compression whose magic is at {@code offset}, or null where there is none. */
    public static @Nullable Compression at(byte[] bytes, int offset) {
        for (Compression compression : values()) {
            if (compression.matches(bytes, offset)) {
                return compression;
            }
        }
        return null;
    }

    /** The name that tools and configuration files use for it, such as {@code xz}. */
    public String label() {
        return label;
    }

    /** How many bytes its magic has. */
    public int magicLength() {
        return magic.length;
    }

    /** Whether its magic is at {@code offset}. */
    public boolean matches(byte[] bytes, int offset) {
        return offset >= 0
                && bytes.length - offset >= magic.length
                && Arrays.equals(bytes, offset, offset + magic.length, magic, 0, magic.length);
    }

    /**
     * Unpacks one compressed stream. Bytes after the stream's end are ignored: the kernel's build appends the unpacked size to
     * most forms ({@code scripts/Makefile.lib}, {@code size_append}).
     *
     * @param file the file's name, for messages
     * @param bytes what holds the stream
     * @param offset where the stream starts, in bytes
     * @param length how many bytes there are at most
     * @param limit how many bytes may come out
     * @throws KernelFormatException if the stream is broken or cut short, or needs more memory than the limit allows
     */
    public byte[] unpack(String file, byte[] bytes, int offset, int length, Limit limit) throws KernelFormatException {
        GrowingOutput output = new GrowingOutput(limit.forInput(length));
        unpack(file, new CompressedBytes(bytes, offset, length), output);
        return output.toByteArray();
    }

    void unpack(String file, CompressedBytes input, GrowingOutput output) throws KernelFormatException {
        try {
            unpacker.unpack(input, output);
        } catch (OutputLimitException e) {
            throw new KernelFormatException(
                    file,
                    input.offset(),
                    "the %s data grows beyond the limit of %,d bytes".formatted(label, e.limit()));
        } catch (IOException | RuntimeException e) {
            // The libraries answer broken data with unchecked exceptions too, such as an index out of bounds.
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            KernelFormatException broken =
                    new KernelFormatException(file, input.offset(), "broken %s data: %s".formatted(label, reason));
            broken.initCause(e);
            throw broken;
        }
    }
}
