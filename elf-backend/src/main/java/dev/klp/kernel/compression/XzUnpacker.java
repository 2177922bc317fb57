package dev.klp.kernel.compression;

import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.SingleXZInputStream;

/** The library knows the branch filters that {@code scripts/xz_wrap.sh} puts in front of LZMA2. */
final class XzUnpacker implements Unpacker {
    /** Dictionaries are allocated at once: 128 MiB is the largest that a kernel is packed with. */
    static final int MEMORY_KIB = 192 << 10;

    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        try (InputStream stream = new SingleXZInputStream(input.stream(), MEMORY_KIB)) {
            output.drain(stream);
        }
    }
}
