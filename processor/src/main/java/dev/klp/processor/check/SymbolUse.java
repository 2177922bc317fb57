package dev.klp.processor.check;

import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.processor.resolve.Anchor;
import dev.klp.processor.resolve.SymbolChoice;
import dev.klp.processor.spec.AnchorSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.Positioned;
import java.util.List;
import java.util.Optional;

/** A place in a patch that names a symbol of the kernel, and the symbols of that name there. */
sealed interface SymbolUse permits FunctionUse, RelocationUse {
    /** What the author calls it: {@code function} or {@code symbol}. */
    String what();

    /** Its name in the kernel. */
    String name();

    /** Where the name is written. */
    Position position();

    /** Which symbol of that name. */
    Positioned<Integer> sympos();

    /** What else tells which one. */
    AnchorSpec anchor();

    /** The object that defines it. */
    KernelObject object();

    /** All symbols of the name in the object, in the order in which positions count. */
    List<KernelSymbol> symbols();

    /** What the author seems to want: code, or anything else. */
    boolean wantsFunction();

    /** The annotation as the author would write it with this position. */
    String annotation(String sympos);

    /** The symbols that the anchor points at. */
    default List<KernelSymbol> anchored() {
        return Anchor.of(anchor()).among(candidates());
    }

    /** The symbol that the kernel would find; empty if it would find none, or more than one. */
    default Optional<KernelSymbol> found() {
        return SymbolChoice.of(symbols(), sympos().value(), anchor(), wantsFunction());
    }

    /** The symbols that could be meant, going by what kind of thing they are. */
    default List<KernelSymbol> candidates() {
        return SymbolChoice.ofKind(symbols(), wantsFunction());
    }
}
