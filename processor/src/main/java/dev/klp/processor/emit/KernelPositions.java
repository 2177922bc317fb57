package dev.klp.processor.emit;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.ObjectKind;
import dev.klp.processor.resolve.SymbolChoice;
import dev.klp.processor.spec.AnchorSpec;
import dev.klp.templates.backend.LivepatchBackend;
import dev.klp.templates.backend.LivepatchFeature;
import dev.klp.templates.model.KernelRelease;
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

    /** The symbol that is meant, if a kernel is named that has it. */
    Optional<KernelSymbol> symbol(String object, String name, int sympos, AnchorSpec anchor, boolean function) {
        return object(object).flatMap(found -> SymbolChoice.of(found.symbols(name), sympos, anchor, function));
    }

    /** The symbol that is meant where the declaration does not say of what kind it is. */
    Optional<KernelSymbol> undeclared(String object, String name, int sympos, AnchorSpec anchor) {
        return object(object).flatMap(found -> SymbolChoice.undeclared(found.symbols(name), sympos, anchor));
    }

    /** The kernel's release, empty where none is named. */
    String release() {
        return kernel == null ? "" : kernel.release().orElse("");
    }

    /** Whether the kernel can be asked for something; where none is named, whether the newest can. */
    boolean has(LivepatchFeature feature) {
        LivepatchBackend backend = release().isEmpty()
                ? LivepatchBackend.newest()
                : LivepatchBackend.of(new KernelRelease(release()).version());
        return feature.isIn(backend.version());
    }

    private Optional<KernelObject> object(String name) {
        if (kernel == null) {
            return Optional.empty();
        }
        return name.equals(ObjectName.VMLINUX.text()) ? kernel.vmlinux() : kernel.object(name);
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
