package dev.klp.kernel.compression;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.util.Arrays;

/**
 * Unpacks the first Zstandard frame.
 *
 * <p>The library refuses every frame whose header asks for a window beyond 8 MiB, and kernels are packed with {@code --ultra
 * -22}, which asks for 128 MiB. But when it unpacks a frame in one go its window is the whole output, so that the claimed
 * size has no meaning left: it is given the frame behind a header that claims 8 MiB.
 */
final class ZstdUnpacker implements Unpacker {
    @Override
    public byte[] unpack(CompressedBytes input, int limit) throws IOException {
        ZstdFrame frame = ZstdFrame.parse(input);
        if (frame.largestOutput() > limit) {
            throw new OutputLimitException(limit);
        }
        byte[] packed = frame.withSmallWindow(input);
        byte[] output = new byte[(int) frame.largestOutput()];
        int size = new ZstdDecompressor().decompress(packed, 0, packed.length, output, 0, output.length);
        return size == output.length ? output : Arrays.copyOf(output, size);
    }
}
