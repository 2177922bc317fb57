package dev.klp.kernel.kallsyms;

import org.jspecify.annotations.Nullable;

/**
 * Linux 2.6.10 to 4.5, and to 6.3 without {@code CONFIG_KALLSYMS_BASE_RELATIVE}: addresses, num_syms, names, markers, token_table,
 * token_index.
 */
final class AddressesFirst implements AddressTable {
    @Override
    public String layout() {
        return "addresses before the names (Linux 2.6.10 to 4.5, to 6.3 without KALLSYMS_BASE_RELATIVE)";
    }

    @Override
    public long @Nullable [] read(Surroundings tables) {
        return AbsoluteAddresses.read(tables, tables.beforeNumber() - (long) tables.wordSize() * tables.count());
    }
}
