package dev.klp.kernel.kallsyms;

import org.jspecify.annotations.Nullable;

/**
 * Where the addresses of the symbols are and how they are written. There is one class for each layout that {@code
 * scripts/kallsyms.c:write_src} has had.
 */
interface AddressTable {
    /** What a person calls this layout, with the versions that have it. */
    String layout();

    /**
     * The addresses in table order, or null if the tables are not laid out like this: addresses never descend
     * ({@code scripts/kallsyms.c:sort_symbols}), which other bytes hardly do.
     */
    long @Nullable [] read(Surroundings tables);
}
