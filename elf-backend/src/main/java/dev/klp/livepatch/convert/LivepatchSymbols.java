package dev.klp.livepatch.convert;

import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.LivepatchFormat;

/** Makes symbols that the livepatch core resolves. */
final class LivepatchSymbols {
    private static final SymbolPlacement LIVEPATCH = SymbolPlacement.ofReserved(LivepatchFormat.SHN_LIVEPATCH);

    private LivepatchSymbols() {}

    /** Turns an undefined symbol into one that stands for a symbol of the kernel. Binding and type stay. */
    static void become(Symbol symbol, KernelSymbol meaning) {
        symbol.rename(meaning.livepatchName());
        symbol.place(LIVEPATCH);
        symbol.setValue(0);
        symbol.setSize(0);
    }
}
