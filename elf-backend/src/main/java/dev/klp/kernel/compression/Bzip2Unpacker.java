package dev.klp.kernel.compression;

import io.airlift.compress.bzip2.BZip2HadoopStreams;
import java.io.IOException;
import java.io.InputStream;

final class Bzip2Unpacker implements Unpacker {
    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        try (InputStream stream = new BZip2HadoopStreams().createInputStream(input.stream())) {
            output.drain(stream);
        }
    }
}
