package dev.klp.kernel.index;

import java.util.ArrayList;
import java.util.List;

/** Walks over the names that begin alike. */
record Completion(MappedKernelIndex index) {
    /**
     * Names that begin with a prefix and that a symbol from {@code first} up to but not at {@code end} bears.
     *
     * @param limit how many at most
     */
    List<String> complete(String prefix, int limit, int first, int end) {
        NameTable names = index.names();
        Occurrences occurrences = index.occurrences();
        byte[] wanted = NameTable.bytesOf(prefix);
        NameCursor cursor = names.cursor();
        List<String> found = new ArrayList<>();
        int number = names.ceiling(wanted, cursor);
        while (number < names.count() && found.size() < limit && cursor.startsWith(wanted)) {
            int entry = occurrences.ceiling(number, first);
            if (entry < occurrences.start(number + 1) && occurrences.symbol(entry) < end) {
                found.add(cursor.name());
            }
            number++;
            if (number < names.count()) {
                cursor.next();
            }
        }
        return found;
    }
}
