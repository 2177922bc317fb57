package dev.klp.kernel.kallsyms;

import org.jspecify.annotations.Nullable;

/** {@code kallsyms_addresses}: a word for each symbol. */
final class AbsoluteAddresses {
    private AbsoluteAddresses() {}

    /** The addresses from {@code start} on, or null if these are none. */
    static long @Nullable [] read(Surroundings tables, long start) {
        int count = tables.count();
        if (!tables.isInside(start, (long) tables.wordSize() * count)) {
            return null;
        }
        long[] addresses = new long[count];
        Ascent ascent = new Ascent();
        for (int i = 0; i < count; i++) {
            addresses[i] = tables.word((int) start + tables.wordSize() * i);
            if (!ascent.accept(addresses[i])) {
                return null;
            }
        }
        return ascent.isList() ? addresses : null;
    }
}
