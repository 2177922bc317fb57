package dev.klp.kernel.compression;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;

/**
 * A range of bytes that starts with a compressed stream.
 *
 * @param bytes what holds the range; not copied
 * @param offset where it starts
 * @param length how many bytes it has
 */
@SuppressWarnings("ArrayRecordComponent") // a view: copying the array would double the memory for nothing
record CompressedBytes(byte[] bytes, int offset, int length) {
    CompressedBytes {
        Objects.checkFromIndexSize(offset, length, bytes.length);
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, offset, length);
    }

    int end() {
        return offset + length;
    }
}
