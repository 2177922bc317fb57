package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.LivepatchFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The symbols of objtool's intermediate form: weak undefined ones that have their livepatch names already, and tombstones, weak
 * undefined symbols that hold the places of their relocations meanwhile.
 */
final class ObjtoolSymbols {
    private static final String TOMBSTONE_PREFIX = ".klp.tombstone.";
    private static final SymbolPlacement LIVEPATCH = SymbolPlacement.ofReserved(LivepatchFormat.SHN_LIVEPATCH);

    private final Map<Symbol, @Nullable KernelSymbol> undefined = new LinkedHashMap<>();
    private final Set<Symbol> tombstones = new LinkedHashSet<>();

    private ObjtoolSymbols() {}

    static ObjtoolSymbols of(KernelModule module) throws ElfFormatException {
        ObjtoolSymbols symbols = new ObjtoolSymbols();
        for (Symbol symbol : module.symbols().symbols()) {
            String name = symbol.name();
            if (name.startsWith(TOMBSTONE_PREFIX) && (symbol.isUndefined() || isResolved(symbol))) {
                symbols.tombstones.add(symbol);
            } else if (symbol.isUndefined()
                    && name.startsWith(LivepatchFormat.SYMBOL_PREFIX)
                    && !AnnotatedName.is(name)) {
                symbols.undefined.put(symbol, KernelSymbol.parseLivepatchName(name));
            }
        }
        return symbols;
    }

    /** Whether a symbol is one that the livepatch core resolves already. */
    static boolean isResolved(Symbol symbol) {
        return symbol.placement().equals(LIVEPATCH);
    }

    boolean isEmpty() {
        return undefined.isEmpty() && tombstones.isEmpty();
    }

    /** The meaning of a symbol with a livepatch name, or null if it is none of those. */
    @Nullable
    KernelSymbol meaning(Symbol symbol) {
        return undefined.get(symbol);
    }

    boolean isTombstone(Symbol symbol) {
        return tombstones.contains(symbol);
    }

    /** Whether an ordinary relocation against a symbol makes no sense to the loader. */
    boolean isIntermediate(Symbol symbol) {
        return undefined.containsKey(symbol) || isTombstone(symbol);
    }

    void declare(AnnotationCollector collector) {
        for (Map.Entry<Symbol, @Nullable KernelSymbol> symbol : undefined.entrySet()) {
            KernelSymbol meaning = symbol.getValue();
            if (meaning == null) {
                collector.problem("symbol " + symbol.getKey() + ": expected " + LivepatchFormat.SYMBOL_PREFIX
                        + "<object>.<name>,<position>");
            } else {
                collector.declare(new LivepatchSymbol(symbol.getKey(), meaning, false));
            }
        }
        tombstones.forEach(collector::leftover);
    }
}
