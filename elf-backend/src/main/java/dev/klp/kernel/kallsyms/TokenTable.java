package dev.klp.kernel.kallsyms;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * {@code kallsyms_token_table} and {@code kallsyms_token_index}: what each of the 256 codes in a compressed name stands for.
 *
 * <p>A code that occurs as a character in some name stands for that character; the others for the substrings that save most
 * ({@code scripts/kallsyms.c:optimize_token_table}). All digits occur in the names of any kernel, so the table holds "0", NUL,
 * "1", NUL, and so on to "9", NUL: that is how it is found. The index repeats where each of the 256 strings starts, which leaves
 * no doubt, and tells the byte order.
 */
final class TokenTable {
    private static final int COUNT = 256;
    private static final int DIGITS = 10;
    /** {@code kallsyms_token_index} has entries of 16 bits, so a table cannot be longer. */
    private static final int LONGEST = 1 << 16;

    private final int start;
    private final int end;
    private final ByteOrder order;
    private final byte[] text;
    private final int[] starts;

    private TokenTable(ByteBuffer bytes, int start, int indexStart, ByteOrder order) {
        this.start = start;
        this.order = order;
        ByteBuffer ordered = bytes.duplicate().order(order);
        starts = new int[COUNT + 1];
        for (int code = 0; code < COUNT; code++) {
            starts[code] = Short.toUnsignedInt(ordered.getShort(indexStart + Short.BYTES * code));
        }
        int last = starts[COUNT - 1];
        while (bytes.get(start + last) != 0) {
            last++;
        }
        starts[COUNT] = last + 1;
        text = new byte[last + 1];
        bytes.get(start, text);
        end = indexStart + Short.BYTES * COUNT;
    }

    /**
     * The table whose token "0" is at {@code zero}, or null if there is none.
     *
     * @param zero the place of the byte runs "0", NUL to "9", NUL
     */
    static @Nullable TokenTable around(ByteBuffer bytes, int zero) {
        int firstEnd = skipBackwards(bytes, zero, '0');
        int end = skipForwards(bytes, zero + 2 * DIGITS, COUNT - '0' - DIGITS);
        if (firstEnd < 0 || end < 0) {
            return null;
        }
        for (int alignment = Integer.BYTES; alignment <= Long.BYTES; alignment *= 2) {
            int index = Tables.alignUp(end, alignment);
            for (ByteOrder order : Tables.ORDERS) {
                int start = checkIndex(bytes.duplicate().order(order), index, zero, firstEnd);
                if (start >= 0) {
                    return new TokenTable(bytes, start, index, order);
                }
            }
        }
        return null;
    }

    /** The place of the NUL that ends the first of {@code count} strings before {@code position}, or -1. */
    private static int skipBackwards(ByteBuffer bytes, int position, int count) {
        int left = count;
        for (int at = position - 1; at >= 0 && position - at <= LONGEST; at--) {
            if (bytes.get(at) == 0 && --left == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The place after {@code count} strings, or -1. */
    private static int skipForwards(ByteBuffer bytes, int position, int count) {
        int left = count;
        for (int at = position; at < bytes.limit() && at - position <= LONGEST; at++) {
            if (bytes.get(at) == 0 && --left == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Where the table starts if {@code index} is its index, or -1. */
    private static int checkIndex(ByteBuffer bytes, int index, int zero, int firstEnd) {
        if (index > bytes.limit() - Short.BYTES * COUNT || bytes.getShort(index) != 0) {
            return -1;
        }
        int start = zero - Short.toUnsignedInt(bytes.getShort(index + Short.BYTES * '0'));
        int previous = 0;
        for (int code = 1; code < COUNT; code++) {
            int offset = Short.toUnsignedInt(bytes.getShort(index + Short.BYTES * code));
            int at = start + offset;
            if (offset <= previous || start < 0 || at > index || bytes.get(at - 1) != 0) {
                return -1;
            }
            previous = offset;
        }
        int second = start + Short.toUnsignedInt(bytes.getShort(index + Short.BYTES));
        return second - 1 == firstEnd && start % Integer.BYTES == 0 ? start : -1;
    }

    /** Where {@code kallsyms_token_table} starts. */
    int start() {
        return start;
    }

    /** Where {@code kallsyms_token_index} ends. */
    int end() {
        return end;
    }

    ByteOrder order() {
        return order;
    }

    /** How many characters a code stands for. */
    int length(int code) {
        return starts[code + 1] - starts[code] - 1;
    }

    /** The first character that a code stands for; NUL if the code is not used. */
    byte first(int code) {
        return text[starts[code]];
    }

    /** Writes what a code stands for into {@code target} and says where it ends there. */
    int expand(int code, byte[] target, int position) {
        int from = starts[code];
        int length = starts[code + 1] - from - 1;
        if (length == 1) {
            target[position] = text[from];
        } else {
            System.arraycopy(text, from, target, position, length);
        }
        return position + length;
    }
}
