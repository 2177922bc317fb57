package dev.klp.processor.emit;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.ObjectKind;
import dev.klp.processor.resolve.SymbolChoice;
import dev.klp.processor.spec.AnchorSpec;
import dev.klp.templates.model.ObjectName;
import dev.klp.templates.model.SymbolPosition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The positions of a patch's symbols in one kernel.
 *
 * @param kernel the kernel, or null where the author named none
 */
record KernelPositions(@Nullable KernelIndex kernel) {
    /** The position to generate: the one that is given, or the one that the anchor leads to, with what stands there. */
    SymbolPosition of(String object, String name, int sympos, AnchorSpec anchor, boolean function) {
        return symbol(object, name, sympos, anchor, function)
                .filter(symbol -> sympos != 0 || symbol.occurrences() > 1)
                .map(symbol -> new SymbolPosition(symbol.position(), note(symbol)))
                .orElse(new SymbolPosition(sympos));
    }

    private Optional<KernelSymbol> symbol(String object, String name, int sympos, AnchorSpec anchor, boolean function) {
        if (kernel == null) {
            return Optional.empty();
        }
        Optional<KernelObject> found =
                object.equals(ObjectName.VMLINUX.text()) ? kernel.vmlinux() : kernel.object(object);
        return found.flatMap(it -> SymbolChoice.of(it.symbols(name), sympos, anchor, function));
    }

    private static String note(KernelSymbol symbol) {
        StringBuilder note = new StringBuilder("of " + symbol.occurrences());
        note.append(
                switch (symbol.object().order()) {
                    case KERNEL -> symbol.object().kind() == ObjectKind.MODULE ? " in .symtab" : " by address";
                    case ADDRESS -> " by address";
                    case COUNT_ONLY -> "";
                });
        symbol.sourceFile().ifPresent(file -> note.append(", in ").append(file));
        switch (symbol.object().order()) {
            case KERNEL, ADDRESS -> {
                symbol.previous().ifPresent(other -> note.append(", after ").append(other.name()));
                symbol.next().ifPresent(other -> note.append(", before ").append(other.name()));
            }
            case COUNT_ONLY -> {}
        }
        return note.toString();
    }
}
