package dev.klp.kernel.compression;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

final class GzipUnpacker implements Unpacker {
    private static final int BUFFER = 1 << 16;

    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        try (InputStream stream = new GZIPInputStream(input.stream(), BUFFER)) {
            output.drain(stream);
        }
    }
}
