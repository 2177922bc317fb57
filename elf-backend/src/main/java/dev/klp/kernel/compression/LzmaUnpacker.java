package dev.klp.kernel.compression;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tukaani.xz.LZMAInputStream;

/**
 * The header of {@code .lzma} is a byte of parameters, the size of the dictionary in four bytes, and the unpacked size in eight, -1
 * if an end mark follows the data; all least significant first (LZMA SDK, lzma-specification.txt, "Lzma file format").
 */
final class LzmaUnpacker implements Unpacker {
    private static final int HEADER_BYTES = 13;

    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        if (input.length() < HEADER_BYTES) {
            throw new EOFException("the data ends within the header");
        }
        ByteBuffer header =
                ByteBuffer.wrap(input.bytes(), input.offset(), HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        byte parameters = header.get();
        int dictionary = dictionary(Integer.toUnsignedLong(header.getInt()), output.limit());
        long size = header.getLong();
        try (InputStream packed = input.stream()) {
            packed.skipNBytes(HEADER_BYTES);
            try (InputStream stream = new LZMAInputStream(packed, size, parameters, dictionary)) {
                output.drain(stream);
            }
        }
    }

    /** What to allocate, at once: a dictionary is of no use beyond what can come out. */
    private static int dictionary(long asked, int largestOutput) throws IOException {
        long needed = Math.min(asked, largestOutput);
        if (needed > XzUnpacker.MOST_KIB * 1024L) {
            throw new IOException("needs a dictionary of %,d bytes".formatted(asked));
        }
        return (int) needed;
    }
}
