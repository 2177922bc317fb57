package dev.klp.kernel.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow, written in the order of the format. */
final class ByteSink {
    private byte[] bytes;
    private ByteBuffer view;
    private int size;

    ByteSink() {
        this(1024);
    }

    ByteSink(int capacity) {
        bytes = new byte[capacity];
        view = littleEndian(bytes);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int size() {
        return size;
    }

    ByteSink u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteSink u16(int value) {
        reserve(Short.BYTES);
        view.putShort(size, (short) value);
        size += Short.BYTES;
        return this;
    }

    ByteSink u32(int value) {
        reserve(Integer.BYTES);
        view.putInt(size, value);
        size += Integer.BYTES;
        return this;
    }

    ByteSink u64(long value) {
        reserve(Long.BYTES);
        view.putLong(size, value);
        size += Long.BYTES;
        return this;
    }

    /** Seven bits a byte, the lowest first, the top bit set in all but the last. */
    ByteSink uleb(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            u8(rest | 0x80);
            rest >>>= 7;
        }
        return u8(rest);
    }

    ByteSink append(byte[] source) {
        return append(source, 0, source.length);
    }

    ByteSink append(byte[] source, int from, int length) {
        reserve(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
        return this;
    }

    /** The bytes so far, without copying: nothing may be added afterwards. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes, 0, size).slice();
    }

    private void reserve(int count) {
        if (count > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max((long) size + count, 2L * bytes.length)));
            view = littleEndian(bytes);
        }
    }
}
