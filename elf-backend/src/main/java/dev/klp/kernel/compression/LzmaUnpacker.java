package dev.klp.kernel.compression;

import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.LZMAInputStream;

final class LzmaUnpacker implements Unpacker {
    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        try (InputStream stream = new LZMAInputStream(input.stream(), XzUnpacker.MEMORY_KIB)) {
            output.drain(stream);
        }
    }
}
