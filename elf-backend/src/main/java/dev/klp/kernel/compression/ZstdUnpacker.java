package dev.klp.kernel.compression;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;

/**
 * Unpacks the first Zstandard frame.
 *
 * <p>The library refuses every frame whose header asks for a window beyond 8 MiB, and kernels are packed with {@code --ultra
 * -22}, which asks for 128 MiB. But when it unpacks a frame in one go its window is the whole output, so that the claimed
 * size has no meaning left: it is given the frame behind a header that claims 8 MiB.
 */
final class ZstdUnpacker implements Unpacker {
    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        ZstdFrame frame = ZstdFrame.parse(input);
        output.reserve(frame.largestOutput());
        byte[] packed = frame.withSmallWindow(input);
        int room = (int) frame.largestOutput();
        output.advance(
                new ZstdDecompressor().decompress(packed, 0, packed.length, output.array(), output.size(), room));
    }
}
