package dev.klp.kernel.index;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * One part of a mapped index. Positions count from the part's start; a position outside it means that the file contradicts itself,
 * and is answered as damage.
 *
 * @param file the file
 * @param label the part's name in messages
 * @param offset where it is in the file
 * @param size its size in bytes
 */
record Region(MappedFile file, String label, int offset, int size) {
    int u8(long position) {
        return at(position, 1).get(offset + (int) position) & 0xFF;
    }

    int u16(long position) {
        return at(position, Short.BYTES).getShort(offset + (int) position) & 0xFFFF;
    }

    /** 32 bits, as stored. */
    int i32(long position) {
        return at(position, Integer.BYTES).getInt(offset + (int) position);
    }

    long u32(long position) {
        return i32(position) & 0xFFFF_FFFFL;
    }

    long i64(long position) {
        return at(position, Long.BYTES).getLong(offset + (int) position);
    }

    void copy(long position, int length, byte[] target, int from) {
        at(position, length).get(offset + (int) position, target, from, length);
    }

    /** A read-only view of some bytes. */
    ByteBuffer slice(long position, int length) {
        ByteBuffer bytes = at(position, length);
        return bytes.slice(offset + (int) position, length);
    }

    /** That this part contradicts another. */
    UncheckedIOException damaged(String problem) {
        return file.damaged(offset, "the part '%s': %s".formatted(label, problem));
    }

    private ByteBuffer at(long position, int length) {
        if (position < 0 || length < 0 || position > (long) size - length) {
            throw file.damaged(
                    offset,
                    "the part '%s' has 0x%x bytes, another part refers to 0x%x in it".formatted(label, size, position));
        }
        return file.checked(offset + (int) position, length);
    }
}
