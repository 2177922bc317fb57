package dev.klp.kernel.kallsyms;

import org.jspecify.annotations.Nullable;

/** Linux 4.6 to 6.3: offsets, relative_base, num_syms, names, markers, seqs_of_names (6.2 on), token_table, token_index. */
final class OffsetsFirst implements AddressTable {
    @Override
    public String layout() {
        return "offsets and base before the names (Linux 4.6 to 6.3)";
    }

    @Override
    public long @Nullable [] read(Surroundings tables) {
        int base = tables.beforeNumber() - tables.wordSize();
        long size = Tables.alignUp((long) Integer.BYTES * tables.count(), tables.wordSize());
        return tables.isInside(base - size, size) ? RelativeOffsets.read(tables, (int) (base - size), base) : null;
    }
}
