package dev.klp.kernel.kallsyms;

import org.jspecify.annotations.Nullable;

/**
 * Linux 6.4 to 6.10 without {@code CONFIG_KALLSYMS_BASE_RELATIVE}, and 7.2 where words have 32 bits and the kernel is not
 * relocatable: num_syms, names, markers, token_table, token_index, addresses, seqs_of_names.
 */
final class AddressesLast implements AddressTable {
    @Override
    public String layout() {
        return "addresses after the tokens (Linux 6.4 on, without KALLSYMS_BASE_RELATIVE; 7.2 with 32 bits)";
    }

    @Override
    public long @Nullable [] read(Surroundings tables) {
        return AbsoluteAddresses.read(tables, Tables.alignUp(tables.tokensEnd(), tables.wordSize()));
    }
}
