package dev.klp.kernel.index;

import dev.klp.kernel.index.IndexFormat.Part;

/** Which symbols bear a name. */
final class Occurrences {
    private final Region starts;
    private final Region symbols;

    Occurrences(MappedFile file) {
        this.starts = file.region(Part.OCCURRENCE_STARTS);
        this.symbols = file.region(Part.OCCURRENCES);
    }

    /** Where the entries of a name begin; those of the next name begin where they end. */
    int start(int name) {
        return starts.i32((long) name * Integer.BYTES);
    }

    /** The symbol of one entry. */
    int symbol(int entry) {
        return symbols.i32((long) entry * Integer.BYTES);
    }

    /** The first entry of a name whose symbol is not before {@code symbol}. */
    int ceiling(int name, int symbol) {
        int low = start(name);
        int high = start(name + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (symbol(middle) < symbol) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The symbols of a name from {@code first} up to but not at {@code end}. */
    int[] within(int name, int first, int end) {
        int from = ceiling(name, first);
        int to = ceiling(name, end);
        if (to < from) {
            throw symbols.damaged("the symbols of a name are not in order");
        }
        int[] found = new int[to - from];
        for (int i = 0; i < found.length; i++) {
            found[i] = symbol(from + i);
        }
        return found;
    }
}
