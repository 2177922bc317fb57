package dev.klp.kernel.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes the checksums of changed index bytes right again. */
public final class Forger {
    private Forger() {}

    public static void fixChecksums(byte[] index) {
        ByteBuffer bytes = ByteBuffer.wrap(index).order(ByteOrder.LITTLE_ENDIAN);
        int checksums = (int) bytes.getLong(24);
        int blocks = bytes.getInt(32);
        int directory = bytes.getInt(36) * IndexFormat.DIRECTORY_ENTRY_BYTES;
        int start = IndexFormat.HEADER_BYTES + directory;
        for (int i = 0; i < blocks; i++) {
            int from = start + i * IndexFormat.BLOCK_BYTES;
            int to = Math.min(from + IndexFormat.BLOCK_BYTES, checksums);
            bytes.putInt(checksums + i * Integer.BYTES, IndexWriter.crc(bytes.slice(from, to - from)));
        }
        bytes.putInt(40, IndexWriter.crc(bytes.slice(checksums, blocks * Integer.BYTES)));
        bytes.putInt(44, IndexWriter.crc(bytes.slice(IndexFormat.HEADER_BYTES, directory)));
        bytes.putInt(60, IndexWriter.crc(bytes.slice(0, 60)));
    }
}
