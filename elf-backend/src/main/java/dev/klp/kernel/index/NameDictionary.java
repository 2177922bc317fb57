package dev.klp.kernel.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers the names of all symbols in sorted order and writes them down. */
final class NameDictionary {
    private final String[] names;
    private final Map<String, Integer> numbers;

    private NameDictionary(String[] names) {
        this.names = names;
        this.numbers = new HashMap<>(names.length * 4 / 3 + 1);
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
        }
    }

    /**
     * The dictionary of some names.
     *
     * @param all the names, one character per byte, in any order and as often as they come; sorted by this method
     */
    static NameDictionary of(String[] all) {
        Arrays.parallelSort(all);
        int used = 0;
        for (String name : all) {
            if (used == 0 || !name.equals(all[used - 1])) {
                all[used++] = name;
            }
        }
        return new NameDictionary(Arrays.copyOf(all, used));
    }

    int count() {
        return names.length;
    }

    /** The number of a name that is in it. */
    int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(name);
        }
        return number;
    }

    /** Writes {@link IndexFormat.Part#NAME_BLOCKS} and {@link IndexFormat.Part#NAME_BYTES}. */
    void write(ByteSink blocks, ByteSink bytes) {
        byte[] previous = {};
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i].getBytes(StandardCharsets.ISO_8859_1);
            int shared = 0;
            if (i % IndexFormat.NAMES_PER_BLOCK == 0) {
                blocks.u32(bytes.size());
            } else {
                int mismatch = Arrays.mismatch(previous, name);
                shared = mismatch < 0 ? name.length : mismatch;
            }
            bytes.uleb(shared).uleb(name.length - shared).append(name, shared, name.length - shared);
            previous = name;
        }
    }
}
