package dev.klp.processor.resolve;

import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import dev.klp.processor.spec.AnchorSpec;
import java.util.List;
import java.util.Optional;

/** Which of the symbols of one name a patch means. */
public final class SymbolChoice {
    private SymbolChoice() {}

    /**
     * The symbol that is meant; empty if none is, or more than one.
     *
     * @param symbols all symbols of the name in the object, in the order in which positions count
     * @param sympos the position that is given, 0 for none
     * @param anchor what else tells which one
     * @param function whether it is to be a function, or anything else
     */
    public static Optional<KernelSymbol> of(
            List<KernelSymbol> symbols, int sympos, AnchorSpec anchor, boolean function) {
        if (sympos != 0) {
            return sympos <= symbols.size() ? Optional.of(symbols.get(sympos - 1)) : Optional.empty();
        }
        return only(anchor.given() ? Anchor.of(anchor).among(ofKind(symbols, function)) : symbols);
    }

    /** The same for a relocation without a declaration: a function if there is one, because BTF describes little data. */
    public static Optional<KernelSymbol> undeclared(List<KernelSymbol> symbols, int sympos, AnchorSpec anchor) {
        return of(symbols, sympos, anchor, hasFunction(symbols));
    }

    /**
     * How many functions of its object have a symbol's name. pahole, which makes BTF, describes only one of them, or one
     * for each of its threads ({@code btf_encoder.c}).
     */
    public static long functions(KernelSymbol symbol) {
        return symbol.object().symbols(symbol.name()).stream()
                .filter(other -> other.kind() == SymbolKind.FUNCTION)
                .count();
    }

    /** Whether one of the symbols is a function. */
    public static boolean hasFunction(List<KernelSymbol> symbols) {
        return symbols.stream().anyMatch(symbol -> symbol.kind() == SymbolKind.FUNCTION);
    }

    /** The symbols that are functions, or those that are none. */
    public static List<KernelSymbol> ofKind(List<KernelSymbol> symbols, boolean function) {
        return symbols.stream()
                .filter(symbol -> (symbol.kind() == SymbolKind.FUNCTION) == function)
                .toList();
    }

    private static Optional<KernelSymbol> only(List<KernelSymbol> symbols) {
        return symbols.size() == 1 ? Optional.of(symbols.get(0)) : Optional.empty();
    }
}
