package dev.klp.livepatch.verify;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Symbol;

/** Walks over the relocations that the livepatch core applies. */
final class References {
    /** Takes one of them. */
    interface Visitor {
        /**
         * Looks at a relocation against a symbol whose name the kernel can scan.
         *
         * @param table where it stands
         * @param name what its symbol stands for
         */
        void visit(LivepatchTable table, Relocation relocation, LivepatchName name) throws ElfFormatException;
    }

    private References() {}

    /** Every relocation whose name the kernel can scan; others are reported by {@link LivepatchSymbolRule}. */
    static void each(Subject subject, Visitor visitor) throws ElfFormatException {
        for (LivepatchTable table : subject.tables()) {
            for (Relocation relocation : table.relocations().entries()) {
                Symbol symbol = relocation.symbol();
                LivepatchName name = symbol == null ? null : LivepatchName.scan(symbol.name(), subject.version());
                if (name != null) {
                    visitor.visit(table, relocation, name);
                }
            }
        }
    }
}
