package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SymbolTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The indices that the symbols of one table get: local symbols first, as {@code sh_info} requires (gABI 4, "Sections",
 * table "sh_link and sh_info Interpretation"), otherwise in the order of the table.
 */
final class SymbolNumbering {
    private final SymbolTableContent table;
    private final List<Symbol> order;
    private final Map<Symbol, Integer> indices;
    private final int @Nullable [] moved;
    private final long firstNonLocal;
    private final int count;

    private SymbolNumbering(
            SymbolTableContent table,
            List<Symbol> order,
            Map<Symbol, Integer> indices,
            int @Nullable [] moved,
            long firstNonLocal,
            int count) {
        this.table = table;
        this.order = order;
        this.indices = indices;
        this.moved = moved;
        this.firstNonLocal = firstNonLocal;
        this.count = count;
    }

    static SymbolNumbering of(SymbolTableContent table) throws ElfFormatException {
        SymbolTable source = table.source();
        if (source != null && !table.isReordered()) {
            List<Symbol> order = table.isInflated() ? table.symbols() : List.of();
            return new SymbolNumbering(table, order, Map.of(), null, source.firstNonLocal(), source.count());
        }
        List<Symbol> order = new ArrayList<>(table.symbols().size());
        table.symbols().stream().filter(Symbol::isLocal).forEach(order::add);
        int locals = order.size();
        table.symbols().stream().filter(symbol -> !symbol.isLocal()).forEach(order::add);
        Map<Symbol, Integer> indices = new HashMap<>(order.size() * 2);
        for (Symbol symbol : order) {
            indices.put(symbol, indices.size() + 1);
        }
        return new SymbolNumbering(table, order, indices, moved(table, order), locals + 1L, order.size() + 1);
    }

    private static int @Nullable [] moved(SymbolTableContent table, List<Symbol> order) {
        int[] moved = new int[table.originCount()];
        Arrays.fill(moved, 1, moved.length, -1);
        boolean any = false;
        for (int position = 0; position < order.size(); position++) {
            int origin = order.get(position).originIndex();
            if (origin > 0) {
                moved[origin] = position + 1;
                any |= origin != position + 1;
            }
        }
        return any ? moved : null;
    }

    /** The symbols from index 1 on; empty if the table as read is to be copied. */
    List<Symbol> order() {
        return order;
    }

    /** The number of entries, index 0 included. */
    int count() {
        return count;
    }

    /** {@code sh_info}. */
    long firstNonLocal() {
        return firstNonLocal;
    }

    /** From index as read to new index, -1 for a removed symbol; null if all that remain stay where they were. */
    int @Nullable [] moved() {
        return moved;
    }

    /** The index of a symbol, 0 for null. */
    int indexOf(@Nullable Symbol symbol) {
        if (symbol == null) {
            return 0;
        }
        Integer index = symbol.table() != table
                ? null
                : indices.isEmpty() ? Integer.valueOf(symbol.originIndex()) : indices.get(symbol);
        if (index == null) {
            throw new IllegalStateException("symbol " + symbol + " is not in the table that is referred to");
        }
        return index;
    }
}
