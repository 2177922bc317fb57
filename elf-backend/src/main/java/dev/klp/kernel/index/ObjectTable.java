package dev.klp.kernel.index;

import dev.klp.kernel.index.IndexFormat.Part;

/** Finds objects by name and by symbol, in place: they are sorted by name, and their symbols follow one another. */
final class ObjectTable {
    private final Region records;
    private final Strings strings;
    private final int count;

    ObjectTable(MappedFile file, Strings strings) {
        this.records = file.region(Part.OBJECTS);
        this.strings = strings;
        this.count = records.size() / ObjectRecord.BYTES;
    }

    int count() {
        return count;
    }

    long recordAt(int number) {
        return (long) number * ObjectRecord.BYTES;
    }

    String name(int number) {
        return strings.get(records.i32(recordAt(number) + ObjectRecord.NAME));
    }

    /** The number of the object of a name, or -1. */
    int find(String name) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = name(middle).compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The number of the object that a symbol is in. */
    int ofSymbol(int symbol) {
        if (count == 0) {
            throw records.damaged("symbol " + symbol + " is in none of its entries");
        }
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (records.u32(recordAt(middle) + ObjectRecord.FIRST_SYMBOL) <= symbol) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
