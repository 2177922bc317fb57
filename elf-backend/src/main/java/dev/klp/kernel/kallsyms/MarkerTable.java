package dev.klp.kernel.kallsyms;

import java.nio.ByteBuffer;

/**
 * {@code kallsyms_markers}: where every 256th name starts, counted from the start of the names.
 *
 * @param start where the table starts
 * @param count how many entries it has, at least 1
 * @param width the bytes in one: 4 since Linux 4.20, before that the kernel's word size
 */
record MarkerTable(int start, int count, int width) {
    /** An entry of a name is a length and at least the symbol's type. */
    private static final int SHORTEST_ENTRY = 2;
    /** More than any name takes, {@code KSYM_NAME_LEN} being 512. */
    static final int LONGEST_ENTRY = 514;

    int get(ByteBuffer bytes, int index) {
        int at = start + index * width;
        long value = width == Long.BYTES ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
        return value < 0 || value > bytes.limit() ? -1 : (int) value;
    }

    int last(ByteBuffer bytes) {
        return get(bytes, count - 1);
    }

    /** Whether these can be markers: the first is 0, and each step is one that 256 names can make. */
    boolean isPlausible(ByteBuffer bytes) {
        if (start < 0 || get(bytes, 0) != 0) {
            return false;
        }
        for (int i = 1; i < count; i++) {
            if (!isStep(get(bytes, i - 1), get(bytes, i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isStep(int before, int after) {
        int step = after - before;
        return step >= NameTable.NAMES_PER_MARKER * SHORTEST_ENTRY
                && step <= NameTable.NAMES_PER_MARKER * LONGEST_ENTRY;
    }

    /** The markers that end at {@code end}, as far back as they look like some; without entries if they do not. */
    static MarkerTable endingAt(ByteBuffer bytes, int end, int width) {
        int count = 0;
        for (int at = end - width; at >= 0; at -= width) {
            MarkerTable table = new MarkerTable(at, ++count, width);
            int first = table.get(bytes, 0);
            if (first == 0) {
                return table;
            }
            if (first < 0 || count > 1 && !isStep(first, table.get(bytes, 1))) {
                break;
            }
        }
        return new MarkerTable(end, 0, width);
    }
}
