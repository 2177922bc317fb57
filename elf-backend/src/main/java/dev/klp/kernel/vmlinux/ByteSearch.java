package dev.klp.kernel.vmlinux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds fixed texts in an image, by Horspool's method: most bytes are not looked at. */
final class ByteSearch {
    private final byte[] wanted;
    private final int[] skips = new int[256];

    /** @param text in ASCII */
    ByteSearch(String text) {
        wanted = text.getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(skips, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            skips[wanted[i]] = wanted.length - 1 - i;
        }
    }

    /** The place of the first occurrence from {@code from} on, or -1. */
    int indexOf(ByteBuffer bytes, int from) {
        int last = wanted.length - 1;
        for (int at = from; at + last < bytes.limit(); at += skips[bytes.get(at + last) & 0xff]) {
            int i = last;
            while (i >= 0 && bytes.get(at + i) == wanted[i]) {
                i--;
            }
            if (i < 0) {
                return at;
            }
        }
        return -1;
    }
}
