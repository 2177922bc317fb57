package dev.klp.kernel.compression;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

final class GzipUnpacker implements Unpacker {
    private static final int BUFFER = 1 << 16;

    @Override
    public byte[] unpack(CompressedBytes input, int limit) throws IOException {
        try (InputStream stream = new GZIPInputStream(input.stream(), BUFFER)) {
            return GrowingOutput.drain(stream, limit);
        }
    }
}
