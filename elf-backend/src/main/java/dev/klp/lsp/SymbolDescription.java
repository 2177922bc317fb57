package dev.klp.lsp;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelSymbol;
import java.util.List;

/** Describes symbols to a person. */
@FunctionalInterface
public interface SymbolDescription {
    /** Lines of plain text, meant for a font of fixed width. */
    String of(KernelIndex index, List<KernelSymbol> symbols);
}
