package dev.klp.kernel.kallsyms;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Finds everything in an image that could be the token table. */
final class TokenTableSearch {
    private static final int DIGITS = 10;
    private static final long EVEN_BYTES = 0x00ff_00ff_00ff_00ffL;
    private static final long EACH = 0x0001_0001_0001_0001L;
    /** Four digits in ascending order, one in every second byte, the first of them taken away. */
    private static final long ASCENDING = 0x0003_0002_0001_0000L;
    /** A kernel has one. An image with more than a few was made to keep us busy. */
    private static final int MOST = 4;

    private TokenTableSearch() {}

    static List<TokenTable> all(ByteBuffer image) {
        ByteBuffer bytes = image.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<TokenTable> found = new ArrayList<>();
        int searched = -1;
        // The run of ten digits has 20 bytes, so it covers at least one whole word at a multiple of 8.
        for (int at = 0; at <= bytes.limit() - Long.BYTES && found.size() < MOST; at += Long.BYTES) {
            int zero = placeOfZero(bytes.getLong(at), at);
            if (zero > searched && isRunOfDigits(bytes, zero)) {
                searched = zero;
                TokenTable table = TokenTable.around(bytes, zero);
                if (table != null) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    /** Where the run would have its "0" if {@code word} were a part of it, or -1. */
    private static int placeOfZero(long word, int at) {
        boolean digitFirst = (word & ~EVEN_BYTES) == 0;
        if (!digitFirst && (word & EVEN_BYTES) != 0) {
            return -1;
        }
        long digits = digitFirst ? word : word >>> Byte.SIZE;
        long first = digits & 0xff;
        if (first < '0' || first > '9' || digits - first * EACH != ASCENDING) {
            return -1;
        }
        return at + (digitFirst ? 0 : 1) - 2 * (int) (first - '0');
    }

    private static boolean isRunOfDigits(ByteBuffer bytes, int zero) {
        if (zero < 0 || zero > bytes.limit() - 2 * DIGITS) {
            return false;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            if (bytes.get(zero + 2 * digit) != '0' + digit || bytes.get(zero + 2 * digit + 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
