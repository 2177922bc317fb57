package dev.klp.kernel.compression;

import dev.klp.kernel.KernelFormatException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A compressed stream found somewhere in a file, by its magic, and unpacked. Kernel images that unpack themselves carry their
 * payload behind a loader whose form differs by architecture and is documented nowhere.
 *
 * @param compression how it was compressed
 * @param offset where it starts in the file
 * @param content what came out
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared: an image of 60 MB is not copied for form's sake
public record EmbeddedStream(Compression compression, int offset, byte[] content) {
    /**
     * How many magics are followed up. A loader that holds the magic as a constant shows a false one (s390 does, beside the
     * text of an error message); a file with hundreds of them was made to keep us busy.
     */
    private static final int MOST_ATTEMPTS = 256;

    /**
     * The first stream from {@code start} on that can be unpacked and whose content is accepted, or null.
     *
     * @param limit bounds all attempts together
     */
    public static @Nullable EmbeddedStream find(
            String file, byte[] bytes, int start, Predicate<byte[]> accepted, Limit limit) {
        long budget = limit.forInput(bytes.length - start);
        int attempts = 0;
        for (int offset = start; offset < bytes.length && attempts < MOST_ATTEMPTS && budget > 0; offset++) {
            Compression compression = startsLikeMagic(bytes[offset]) ? Compression.at(bytes, offset) : null;
            if (compression == null || compression == Compression.LZO) {
                continue;
            }
            attempts++;
            GrowingOutput output = new GrowingOutput((int) budget);
            try {
                compression.unpack(file, new CompressedBytes(bytes, offset, bytes.length - offset), output);
                byte[] content = output.toByteArray();
                if (accepted.test(content)) {
                    return new EmbeddedStream(compression, offset, content);
                }
            } catch (KernelFormatException notAStream) {
                // Most occurrences of a magic are chance: the next one may be the payload.
            }
            budget -= output.size();
        }
        return null;
    }

    private static boolean startsLikeMagic(byte first) {
        return switch (first & 0xff) {
            case 0x1f, 0xfd, 0x5d, 0x28, 0x02, 0x42 -> true;
            default -> false;
        };
    }
}
