package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionIndex;
import dev.klp.elf.SymbolTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of symbols. Symbols become objects when they are first asked for; a table that nobody asks is copied as bytes.
 *
 * <p>The undefined symbol at index 0 is always there and is not among {@link #symbols()}.
 */
public final class SymbolTableContent implements SectionContent {
    private final @Nullable SymbolTable source;
    private final List<Section> sectionsByIndex;
    private @Nullable List<Symbol> symbols;
    private Symbol[] origins = {};
    private boolean reordered;

    SymbolTableContent(@Nullable SymbolTable source, List<Section> sectionsByIndex) {
        this.source = source;
        this.sectionsByIndex = sectionsByIndex;
        if (source == null) {
            symbols = new ArrayList<>();
            reordered = true;
        }
    }

    /** A table without symbols. */
    public static SymbolTableContent empty() {
        return new SymbolTableContent(null, List.of());
    }

    /**
     * The symbols in the order of the table, an unmodifiable view.
     *
     * @throws ElfFormatException if a symbol's name or section does not exist
     */
    public List<Symbol> symbols() throws ElfFormatException {
        return Collections.unmodifiableList(inflated());
    }

    /**
     * Adds a symbol: a local one after the last local symbol, another at the end.
     *
     * @throws ElfFormatException if the table as read is malformed
     * @throws IllegalArgumentException if the symbol is in a table already
     */
    public void add(Symbol symbol) throws ElfFormatException {
        if (symbol.table() != null) {
            throw new IllegalArgumentException("symbol " + symbol + " is in a table already");
        }
        inflated().add(symbol);
        symbol.joins(this);
        reordered = true;
    }

    /**
     * The symbol of an index in the table as it was read, or null for index 0.
     *
     * @throws ElfFormatException if the table as read is malformed
     */
    @Nullable
    Symbol origin(int index) throws ElfFormatException {
        inflated();
        return index == 0 ? null : origins[index - 1];
    }

    /** The number of entries as read, index 0 included; 1 for a new table. */
    int originCount() {
        return source == null ? 1 : source.count();
    }

    /** The table as read, or null for a new one. */
    @Nullable
    SymbolTable source() {
        return source;
    }

    /** Whether symbols were made into objects, so that any of them may have been changed. */
    boolean isInflated() {
        return symbols != null;
    }

    /** Whether symbols may stand at other indices than they were read from. */
    boolean isReordered() {
        return reordered;
    }

    void reorder() {
        reordered = true;
    }

    void remove(Collection<Symbol> removed) throws ElfFormatException {
        Set<Symbol> gone = new HashSet<>(removed);
        if (inflated().removeIf(gone::contains)) {
            reordered = true;
            gone.stream().filter(symbol -> symbol.table() == this).forEach(symbol -> symbol.joins(null));
        }
    }

    private List<Symbol> inflated() throws ElfFormatException {
        List<Symbol> known = symbols;
        if (known == null) {
            known = inflate();
            symbols = known;
        }
        return known;
    }

    private List<Symbol> inflate() throws ElfFormatException {
        SymbolTable table = source;
        if (table == null || table.count() == 0) {
            return new ArrayList<>();
        }
        Symbol[] read = new Symbol[table.count() - 1];
        for (int index = 1; index < table.count(); index++) {
            Symbol symbol = new Symbol(
                    index,
                    table.name(index),
                    table.nameOffset(index),
                    table.info(index),
                    table.other(index),
                    placement(table, index));
            symbol.setValue(table.value(index));
            symbol.setSize(table.size(index));
            symbol.joins(this);
            read[index - 1] = symbol;
        }
        origins = read;
        List<Symbol> list = new ArrayList<>(read.length);
        Collections.addAll(list, read);
        return list;
    }

    private SymbolPlacement placement(SymbolTable table, int index) throws ElfFormatException {
        int section = table.definingSection(index);
        return section == 0
                ? SymbolPlacement.ofReserved(reserved(table.sectionIndex(index)))
                : SymbolPlacement.in(sectionsByIndex.get(section - 1));
    }

    /** An extended index may say 0, undefined, as well. */
    private static int reserved(int stored) {
        return stored == SectionIndex.SHN_XINDEX ? SectionIndex.SHN_UNDEF : stored;
    }
}
