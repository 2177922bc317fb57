package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.RelocationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The relocations of one section. They become objects when they are first asked for; a table that nobody asks is copied,
 * with its symbol indices brought up to date where symbols have moved.
 */
public final class RelocationContent implements SectionContent {
    private final @Nullable RelocationTable source;
    private final @Nullable SymbolTableContent symbols;
    private final boolean hasAddends;
    private @Nullable List<Relocation> entries;

    RelocationContent(RelocationTable source, @Nullable SymbolTableContent symbols) {
        this.source = source;
        this.symbols = symbols;
        this.hasAddends = source.hasAddends();
    }

    private RelocationContent(SymbolTableContent symbols, boolean hasAddends) {
        this.source = null;
        this.symbols = symbols;
        this.hasAddends = hasAddends;
        this.entries = new ArrayList<>();
    }

    /** A table without entries, with addends ({@code SHT_RELA}) or without ({@code SHT_REL}). */
    static RelocationContent empty(SymbolTableContent symbols, boolean hasAddends) {
        return new RelocationContent(symbols, hasAddends);
    }

    /** Whether entries carry addends. */
    public boolean hasAddends() {
        return hasAddends;
    }

    /** The symbol table that the entries refer to, or null if {@code sh_link} names none. */
    public @Nullable SymbolTableContent symbols() {
        return symbols;
    }

    /** The number of entries. */
    public int count() {
        return entries != null ? entries.size() : source == null ? 0 : source.count();
    }

    /**
     * The entries in the order of the table; the list may be changed.
     *
     * @throws ElfFormatException if an entry refers to a symbol that does not exist
     */
    public List<Relocation> entries() throws ElfFormatException {
        List<Relocation> known = entries;
        if (known == null) {
            known = inflate();
            entries = known;
        }
        return known;
    }

    /**
     * The position of the first entry against one of {@code wanted}, or -1. Makes no objects of the entries.
     *
     * @throws ElfFormatException if an entry refers to a symbol that does not exist
     */
    public int firstAgainst(Set<Symbol> wanted) throws ElfFormatException {
        for (int index = 0; index < count(); index++) {
            Symbol symbol = symbolOf(index);
            if (symbol != null && wanted.contains(symbol)) {
                return index;
            }
        }
        return -1;
    }

    /** The place that the entry at {@code index} changes. */
    long offsetOf(int index) {
        return entries != null ? entries.get(index).offset() : source == null ? 0 : source.offset(index);
    }

    @Nullable
    Symbol symbolOf(int index) throws ElfFormatException {
        if (entries != null) {
            return entries.get(index).symbol();
        }
        return source == null ? null : origin(source, index);
    }

    /** The table as read, if none of its entries became an object; else null. */
    @Nullable
    RelocationTable untouched() {
        return entries == null ? source : null;
    }

    private List<Relocation> inflate() throws ElfFormatException {
        List<Relocation> read = new ArrayList<>();
        RelocationTable table = source;
        if (table != null) {
            for (int index = 0; index < table.count(); index++) {
                Symbol symbol = origin(table, index);
                read.add(new Relocation(table.offset(index), symbol, table.type(index), table.addend(index)));
            }
        }
        return read;
    }

    private @Nullable Symbol origin(RelocationTable table, int index) throws ElfFormatException {
        int symbol = table.symbol(index, symbols == null ? 1 : Math.max(1, symbols.originCount()));
        return symbol == 0 || symbols == null ? null : symbols.origin(symbol);
    }
}
