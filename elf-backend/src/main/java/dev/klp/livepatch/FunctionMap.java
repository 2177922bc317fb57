package dev.klp.livepatch;

import dev.klp.elf.SymbolType;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the function that a place in a module belongs to. */
public final class FunctionMap {
    private final Map<Section, TreeMap<Long, Symbol>> functions = new HashMap<>();

    private FunctionMap() {}

    /** The functions among a module's symbols. */
    public static FunctionMap of(List<Symbol> symbols) {
        FunctionMap map = new FunctionMap();
        for (Symbol symbol : symbols) {
            Section section = symbol.section();
            if (section != null && symbol.type() == SymbolType.STT_FUNC) {
                map.functions
                        .computeIfAbsent(section, any -> new TreeMap<>(Long::compareUnsigned))
                        .putIfAbsent(symbol.value(), symbol);
            }
        }
        return map;
    }

    /** A place with the function around it or the nearest one before it. */
    public ModulePlace place(Section section, long offset) {
        TreeMap<Long, Symbol> inSection = functions.get(section);
        Map.Entry<Long, Symbol> nearest = inSection == null ? null : inSection.floorEntry(offset);
        return nearest == null
                ? new ModulePlace(section.toString(), offset, null, 0)
                : new ModulePlace(section.toString(), offset, nearest.getValue().name(), offset - nearest.getKey());
    }
}
