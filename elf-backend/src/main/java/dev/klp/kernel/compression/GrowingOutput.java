package dev.klp.kernel.compression;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Collects what comes out of a stream, in memory that grows with it, up to a limit. */
final class GrowingOutput {
    private static final int FIRST = 1 << 16;

    private final int limit;
    private byte[] bytes;
    private int size;

    GrowingOutput(int limit) {
        this.limit = limit;
        bytes = new byte[Math.min(FIRST, limit)];
    }

    /** Takes everything that {@code stream} yields. */
    void drain(InputStream stream) throws IOException {
        while (true) {
            if (size == bytes.length) {
                if (size == limit) {
                    if (stream.read() < 0) {
                        return;
                    }
                    throw new OutputLimitException(limit);
                }
                reserve(1);
            }
            int count = stream.read(bytes, size, bytes.length - size);
            if (count < 0) {
                return;
            }
            size += count;
        }
    }

    /** Adds the first {@code count} bytes of {@code source}. */
    void append(byte[] source, int count) throws OutputLimitException {
        reserve(count);
        System.arraycopy(source, 0, bytes, size, count);
        size += count;
    }

    /** Makes room for {@code count} more bytes: they go into {@link #array()} from {@link #size()} on. */
    void reserve(long count) throws OutputLimitException {
        if (count > limit - size) {
            throw new OutputLimitException(limit);
        }
        if (count > bytes.length - size) {
            long grown = Math.max(size + count, 2L * bytes.length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, grown));
        }
    }

    /** Counts bytes that were written into {@link #array()} after {@link #reserve}. */
    void advance(int count) {
        size += count;
    }

    /** How many bytes there can be at most. */
    int limit() {
        return limit;
    }

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
