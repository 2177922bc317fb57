package dev.klp.kernel.compression;

/**
 * How much may come out of a compressed stream. A stream's own claim about its size is never believed: memory grows with what
 * really comes out, and ends here.
 *
 * @param bytes the hard limit, at least 1
 */
public record Limit(int bytes) {
    /** What a kernel image may unpack to unless the caller says otherwise: 1 GiB. */
    public static final Limit DEFAULT = new Limit(1 << 30);

    /** No real kernel or module shrinks to less than a 256th: the best seen is about a 20th. */
    private static final long LARGEST_RATIO = 256;

    /** Below this size no ratio is held against a stream: a small file of zeros is no attack. */
    private static final long ALWAYS_ALLOWED = 16 << 20;

    public Limit {
        if (bytes < 1) {
            throw new IllegalArgumentException("a limit of " + bytes + " bytes");
        }
    }

    /** What a stream of {@code length} compressed bytes may become: a few bytes cannot ask for a gigabyte. */
    int forInput(int length) {
        return (int) Math.min(bytes, Math.max(ALWAYS_ALLOWED, length * LARGEST_RATIO));
    }
}
