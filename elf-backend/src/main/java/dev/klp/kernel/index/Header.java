package dev.klp.kernel.index;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The header of an index file, see {@link IndexFormat}.
 *
 * @param partCount the number of entries in the directory
 * @param blockCount the number of blocks
 * @param checksumsOffset where the blocks end and their checksums begin
 */
record Header(int partCount, int blockCount, long checksumsOffset) {
    private static final int VERSION_AT = 8;
    private static final int BLOCK_BYTES_AT = 12;
    private static final int FILE_SIZE_AT = 16;
    private static final int CHECKSUMS_OFFSET_AT = 24;
    private static final int BLOCK_COUNT_AT = 32;
    private static final int PART_COUNT_AT = 36;
    private static final int CHECKSUMS_CRC_AT = 40;
    private static final int DIRECTORY_CRC_AT = 44;
    private static final int HEADER_CRC_AT = 60;

    /** Where the directory ends and the blocks begin. */
    long blocksStart() {
        return IndexFormat.HEADER_BYTES + (long) partCount * IndexFormat.DIRECTORY_ENTRY_BYTES;
    }

    /** Reads and checks header, directory and checksums. */
    static Header read(Path path, ByteBuffer bytes) throws IndexFormatException {
        requireMagic(path, bytes);
        if (bytes.limit() < IndexFormat.HEADER_BYTES) {
            throw new IndexFormatException(path, "the index is cut short: it ends within its header");
        }
        requireCrc(path, bytes, 0, HEADER_CRC_AT, bytes.getInt(HEADER_CRC_AT), "header");
        int version = bytes.getInt(VERSION_AT);
        if (version != IndexFormat.VERSION) {
            throw new IndexFormatException(
                    path,
                    "is an index of version " + Integer.toUnsignedString(version) + ", this program reads version "
                            + IndexFormat.VERSION + "; make it again with 'klp index'");
        }
        long size = bytes.getLong(FILE_SIZE_AT);
        if (size != bytes.limit()) {
            throw new IndexFormatException(
                    path,
                    "the index has %d bytes, its header says %d: %s; make it again with 'klp index'"
                            .formatted(
                                    bytes.limit(), size, bytes.limit() < size ? "it is cut short" : "it is damaged"));
        }
        Header header = new Header(
                bytes.getInt(PART_COUNT_AT), bytes.getInt(BLOCK_COUNT_AT), bytes.getLong(CHECKSUMS_OFFSET_AT));
        header.requireConsistent(path, bytes);
        return header;
    }

    private static void requireMagic(Path path, ByteBuffer bytes) throws IndexFormatException {
        for (int i = 0; i < IndexFormat.MAGIC.length; i++) {
            if (i >= bytes.limit() || bytes.get(i) != IndexFormat.MAGIC[i]) {
                throw new IndexFormatException(path, "is not a kernel index");
            }
        }
    }

    private void requireConsistent(Path path, ByteBuffer bytes) throws IndexFormatException {
        long blockBytes = Integer.toUnsignedLong(bytes.getInt(BLOCK_BYTES_AT));
        long checksumBytes = (long) blockCount * Integer.BYTES;
        boolean plausible = partCount >= 0
                && blockCount >= 0
                && blockBytes == IndexFormat.BLOCK_BYTES
                && checksumsOffset >= blocksStart()
                && checksumsOffset <= bytes.limit() - checksumBytes
                && blockCount == (checksumsOffset - blocksStart() + blockBytes - 1) / blockBytes;
        if (!plausible) {
            throw IndexFormatException.damaged(path, BLOCK_BYTES_AT, "the header contradicts itself");
        }
        int directoryBytes = partCount * IndexFormat.DIRECTORY_ENTRY_BYTES;
        requireCrc(path, bytes, IndexFormat.HEADER_BYTES, directoryBytes, bytes.getInt(DIRECTORY_CRC_AT), "directory");
        requireCrc(
                path, bytes, (int) checksumsOffset, (int) checksumBytes, bytes.getInt(CHECKSUMS_CRC_AT), "checksums");
    }

    private static void requireCrc(Path path, ByteBuffer bytes, int offset, int length, int expected, String what)
            throws IndexFormatException {
        if (IndexWriter.crc(bytes.slice(offset, length)) != expected) {
            throw IndexFormatException.damaged(path, offset, "the checksum of the " + what + " does not match");
        }
    }

    static boolean hasMagic(byte[] bytes) {
        if (bytes.length < IndexFormat.MAGIC.length) {
            return false;
        }
        for (int i = 0; i < IndexFormat.MAGIC.length; i++) {
            if (bytes[i] != IndexFormat.MAGIC[i]) {
                return false;
            }
        }
        return true;
    }
}
