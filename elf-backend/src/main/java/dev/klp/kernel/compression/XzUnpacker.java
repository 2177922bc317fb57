package dev.klp.kernel.compression;

import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.SingleXZInputStream;

/** The library knows the branch filters that {@code scripts/xz_wrap.sh} puts in front of LZMA2. */
final class XzUnpacker implements Unpacker {
    /** Dictionaries are allocated at once: 128 MiB is the largest that a kernel is packed with. */
    static final int MOST_KIB = 192 << 10;

    /** What {@code xz -9} makes of the smallest file wants a dictionary of 64 MiB. */
    private static final int ALWAYS_ALLOWED_KIB = 72 << 10;

    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        try (InputStream stream = new SingleXZInputStream(input.stream(), memoryKib(output.limit()))) {
            output.drain(stream);
        }
    }

    /** A dictionary is of no use beyond what can come out. */
    private static int memoryKib(int largestOutput) {
        return Math.min(MOST_KIB, Math.max(ALWAYS_ALLOWED_KIB, largestOutput >> 10));
    }
}
