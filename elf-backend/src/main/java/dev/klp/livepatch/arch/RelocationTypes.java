package dev.klp.livepatch.arch;

import java.util.HashMap;
import java.util.Map;

/** The types of relocation of one architecture. */
final class RelocationTypes {
    private final String prefix;
    private final Map<Integer, RelocationKind> taken = new HashMap<>();
    private final Map<Integer, String> refused = new HashMap<>();

    /** The prefix stands before every name, as in {@code R_390_}. */
    RelocationTypes(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Types that the loader takes.
     *
     * @param sizeBytes how many bytes at the place it writes for each of them
     * @param types number and name without prefix in turn, as in {@code "1 64, 24 PC64"}
     */
    RelocationTypes take(int sizeBytes, String types) {
        each(types, (number, name) -> taken.put(number, new RelocationKind(name, sizeBytes)));
        return this;
    }

    /** Types that compilers make in other settings, so that a message can name them. */
    RelocationTypes refuse(String types) {
        each(types, refused::put);
        return this;
    }

    private interface Entry {
        void put(int number, String name);
    }

    private void each(String types, Entry entry) {
        for (String type : types.split(",", -1)) {
            String[] words = type.strip().split(" ", -1);
            entry.put(Integer.parseInt(words[0]), prefix + words[1]);
        }
    }

    Map<Integer, RelocationKind> taken() {
        return Map.copyOf(taken);
    }

    Map<Integer, String> refused() {
        return Map.copyOf(refused);
    }
}
