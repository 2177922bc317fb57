package dev.klp.kernel.btf;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where each type record of one type section starts. The scan checks that every record lies inside the section. */
final class BtfTable {
    /** {@code BTF_MAX_TYPE} of {@code include/uapi/linux/btf.h}: ids have 20 bits. */
    static final int MAX_TYPE = 0xfffff;

    private BtfTable() {}

    /**
     * Walks over the records.
     *
     * @param firstId the id of the first record
     * @return the offset of each record in {@code bytes}
     */
    static int[] scan(String source, ByteBuffer bytes, BtfHeader header, int firstId) throws BtfFormatException {
        int[] offsets = new int[Math.max(16, header.typesBytes() / 20)];
        int count = 0;
        long at = header.typesOffset();
        long end = at + header.typesBytes();
        while (at < end) {
            if (end - at < BtfRecord.HEADER_BYTES) {
                throw new BtfFormatException(
                        source, at, "type [" + (firstId + count) + "] is cut off by the end of the type section");
            }
            if (firstId + count > MAX_TYPE) {
                throw new BtfFormatException(source, at, "more than " + MAX_TYPE + " types");
            }
            int info = bytes.getInt((int) at + BtfRecord.INFO);
            int kind = BtfRecord.kind(info);
            if (!BtfKind.isKnown(kind)) {
                throw new BtfFormatException(
                        source, at + BtfRecord.INFO, "type [" + (firstId + count) + "] has the unknown kind " + kind);
            }
            long next = at + BtfKind.of(kind).recordBytes(BtfRecord.elements(info));
            if (next > end) {
                throw new BtfFormatException(
                        source,
                        at,
                        BtfKind.of(kind) + " [" + (firstId + count) + "] with " + BtfRecord.elements(info)
                                + " elements ends beyond the type section");
            }
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count + count / 2);
            }
            offsets[count++] = (int) at;
            at = next;
        }
        return Arrays.copyOf(offsets, count);
    }
}
