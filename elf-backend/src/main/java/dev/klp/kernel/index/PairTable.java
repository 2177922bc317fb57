package dev.klp.kernel.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs of strings, sorted by the first. */
record PairTable(Region region, Strings strings) {
    private static final int BYTES = 2 * Integer.BYTES;

    /** The second string of the pair whose first is {@code key}, or null. */
    @Nullable
    String find(String key) {
        int low = 0;
        int high = region.size() / BYTES - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = strings.get(region.i32((long) middle * BYTES)).compareTo(key);
            if (order == 0) {
                return strings.get(region.i32((long) middle * BYTES + Integer.BYTES));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** The first strings of all pairs. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(region.size() / BYTES);
        for (int at = 0; at + BYTES <= region.size(); at += BYTES) {
            keys.add(strings.get(region.i32(at)));
        }
        return keys;
    }
}
