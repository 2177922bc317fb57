package dev.klp.kernel.compression;

import io.airlift.compress.bzip2.BZip2HadoopStreams;
import java.io.IOException;
import java.io.InputStream;

final class Bzip2Unpacker implements Unpacker {
    @Override
    public byte[] unpack(CompressedBytes input, int limit) throws IOException {
        try (InputStream stream = new BZip2HadoopStreams().createInputStream(input.stream())) {
            return GrowingOutput.drain(stream, limit);
        }
    }
}
