package dev.klp.livepatch.patch;

import java.util.List;

/**
 * The entries of an array that ends with an empty one.
 *
 * @param entries where each begins
 * @param terminated whether the empty one is there
 */
record EntryArray(List<DataPlace> entries, boolean terminated) {
    EntryArray {
        entries = List.copyOf(entries);
    }
}
