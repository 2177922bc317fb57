package dev.klp.kernel.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks forward through the dictionary of names, from the start of one of its blocks on. */
final class NameCursor {
    private final Region blocks;
    private final Region bytes;
    private long position;
    /** The number of the name in {@link #buffer}. */
    private int number;

    private byte[] buffer = new byte[128];
    private int length;

    NameCursor(Region blocks, Region bytes) {
        this.blocks = blocks;
        this.bytes = bytes;
    }

    /** Moves to the first name of a block. */
    void toBlock(int block) {
        position = blocks.u32((long) block * Integer.BYTES);
        number = block * IndexFormat.NAMES_PER_BLOCK;
        length = 0;
        decode();
    }

    /** Moves to a name, forward within its block if it is the current one's. */
    void to(int target) {
        int block = target / IndexFormat.NAMES_PER_BLOCK;
        if (length == 0 || target < number || number / IndexFormat.NAMES_PER_BLOCK != block) {
            toBlock(block);
        }
        while (number < target) {
            next();
        }
    }

    /** Moves to the following name, which must be there. */
    void next() {
        number++;
        decode();
    }

    private void decode() {
        int shared = uleb();
        int rest = uleb();
        if (shared > length || shared + rest > IndexFormat.MAX_STRING_BYTES) {
            throw bytes.file().damaged(bytes.offset() + position, "a name contradicts the one before it");
        }
        if (shared + rest > buffer.length) {
            buffer = Arrays.copyOf(buffer, (shared + rest) * 2);
        }
        bytes.copy(position, rest, buffer, shared);
        position += rest;
        length = shared + rest;
    }

    private int uleb() {
        int value = 0;
        for (int shift = 0; shift < 21; shift += 7) {
            int next = bytes.u8(position++);
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw bytes.file().damaged(bytes.offset() + position, "a length of a name has no end");
    }

    int number() {
        return number;
    }

    int length() {
        return length;
    }

    byte byteAt(int index) {
        return buffer[index];
    }

    String name() {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** How the current name compares with another by unsigned bytes. */
    int compareTo(byte[] name) {
        return Arrays.compareUnsigned(buffer, 0, length, name, 0, name.length);
    }

    boolean startsWith(byte[] prefix) {
        return length >= prefix.length && Arrays.equals(buffer, 0, prefix.length, prefix, 0, prefix.length);
    }
}
