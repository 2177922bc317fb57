package dev.klp.kernel.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * The header of BTF: {@code struct btf_header} of {@code include/uapi/linux/btf.h}. All values are in bytes from the
 * first byte of the header, and every section lies inside the bytes given.
 *
 * @param order the byte order, told by the magic number
 * @param typesOffset where the type records start
 * @param typesBytes how long they are
 * @param stringsOffset where the strings start
 * @param stringsBytes how long they are
 */
record BtfHeader(ByteOrder order, int typesOffset, int typesBytes, int stringsOffset, int stringsBytes) {
    static final int MAGIC = 0xeb9f;
    /** The size of the header up to {@code str_len}. Later fields describe sections that are not needed here. */
    static final int BYTES = 24;

    private static final int VERSION = 1;

    /** Reads the header of the whole of {@code bytes}, whatever their order is set to. */
    static BtfHeader parse(String source, ByteBuffer bytes) throws BtfFormatException {
        long available = bytes.limit();
        if (available < BYTES) {
            throw new BtfFormatException(source, 0, "a header of " + BYTES + " bytes was expected, found " + available);
        }
        ByteOrder order = order(source, bytes);
        ByteBuffer words = bytes.duplicate().order(order);
        int version = Byte.toUnsignedInt(words.get(2));
        if (version != VERSION) {
            throw new BtfFormatException(source, 2, "version " + version + " is not known, only " + VERSION);
        }
        long headerBytes = unsigned(words, 4);
        if (headerBytes < BYTES || headerBytes > available) {
            throw new BtfFormatException(
                    source, 4, "header length " + headerBytes + " is not within " + BYTES + " and " + available);
        }
        int types = section(source, words, headerBytes, 8, "type");
        int strings = section(source, words, headerBytes, 16, "string");
        if (types % 4 != 0) {
            throw new BtfFormatException(source, 8, "type section is not aligned to 4 bytes");
        }
        return new BtfHeader(order, types, (int) unsigned(words, 12), strings, (int) unsigned(words, 20));
    }

    private static ByteOrder order(String source, ByteBuffer bytes) throws BtfFormatException {
        int magic = Byte.toUnsignedInt(bytes.get(0)) | Byte.toUnsignedInt(bytes.get(1)) << 8;
        if (magic == MAGIC) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        if (Short.toUnsignedInt(Short.reverseBytes((short) magic)) == MAGIC) {
            return ByteOrder.BIG_ENDIAN;
        }
        throw new BtfFormatException(
                source,
                0,
                "magic 0x" + Integer.toHexString(MAGIC) + " was expected, found 0x" + Integer.toHexString(magic));
    }

    /** Checks the section whose offset (from the end of the header) and length stand at {@code field}. */
    private static int section(String source, ByteBuffer words, long headerBytes, int field, String name)
            throws BtfFormatException {
        long offset = headerBytes + unsigned(words, field);
        long length = unsigned(words, field + 4);
        if (offset + length > words.limit()) {
            throw new BtfFormatException(
                    source,
                    field,
                    String.format(
                            Locale.ROOT,
                            "%s section [0x%x, 0x%x) ends beyond the BTF of 0x%x bytes",
                            name,
                            offset,
                            offset + length,
                            words.limit()));
        }
        return (int) offset;
    }

    private static long unsigned(ByteBuffer words, int offset) {
        return Integer.toUnsignedLong(words.getInt(offset));
    }
}
