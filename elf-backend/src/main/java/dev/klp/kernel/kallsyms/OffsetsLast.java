package dev.klp.kernel.kallsyms;

import org.jspecify.annotations.Nullable;

/** Linux 6.4 on, until offsets became relative to their place: num_syms, names, markers, token_table, token_index, offsets, relative_base, seqs_of_names. */
final class OffsetsLast implements AddressTable {
    @Override
    public String layout() {
        return "offsets and base after the tokens (Linux 6.4 on)";
    }

    @Override
    public long @Nullable [] read(Surroundings tables) {
        int start = Tables.alignUp(tables.tokensEnd(), tables.wordSize());
        long base = start + Tables.alignUp((long) Integer.BYTES * tables.count(), tables.wordSize());
        return tables.isInside(base, tables.wordSize()) ? RelativeOffsets.read(tables, start, (int) base) : null;
    }
}
