package dev.klp.livepatch.convert;

import dev.klp.elf.image.Symbol;
import dev.klp.kernel.Export;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import dev.klp.livepatch.ObjectName;
import dev.klp.livepatch.dialect.AnnotatedSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves undefined symbols of which no annotation speaks, where a kernel leaves no choice: the name exists once in vmlinux and the
 * modules that the patch lists. A symbol of any other module is never taken, since nothing says that the module is there when the
 * patch is.
 */
final class SymbolResolver {
    private final KernelIndex kernel;
    private final PatchedObjects patched;

    SymbolResolver(KernelIndex kernel, PatchedObjects patched) {
        this.kernel = kernel;
        this.patched = patched;
    }

    /** The annotations that the given symbols need and have no choice of. */
    List<AnnotatedSymbol> resolve(Set<Symbol> undefined, Exports exports) {
        List<AnnotatedSymbol> resolved = new ArrayList<>();
        for (Symbol symbol : undefined) {
            AnnotatedSymbol annotation = isLeftToTheLoader(symbol.name(), exports) ? null : resolve(symbol);
            if (annotation != null) {
                resolved.add(annotation);
            }
        }
        return resolved;
    }

    /**
     * The loader resolves exported symbols. Those that only patched modules export are better left to the livepatch core: the
     * loader would demand that such a module is loaded before the patch.
     */
    private boolean isLeftToTheLoader(String name, Exports exports) {
        List<Export> known = kernel.exports(name);
        return exports.contains(name)
                && (known.isEmpty()
                        || known.stream()
                                .anyMatch(export -> ObjectName.VMLINUX.text().equals(export.exporter())
                                        || !patched.contains(export.exporter())));
    }

    private @Nullable AnnotatedSymbol resolve(Symbol symbol) {
        List<KernelSymbol> candidates = candidates(symbol.name());
        if (candidates.size() != 1 || !isSafe(candidates.get(0))) {
            return null;
        }
        try {
            ObjectName object = new ObjectName(candidates.get(0).object().name());
            return new AnnotatedSymbol(symbol, object, new dev.klp.livepatch.KernelSymbol(object, symbol.name(), 0));
        } catch (IllegalArgumentException notInALivepatch) {
            return null;
        }
    }

    private static boolean isSafe(KernelSymbol symbol) {
        return symbol.occurrences() == 1 && symbol.kind() != SymbolKind.FILE && !symbol.isInit();
    }

    /** What a reference to a name may mean in this patch. */
    List<KernelSymbol> candidates(String name) {
        List<KernelSymbol> candidates = new ArrayList<>();
        for (KernelObject object : patched.byName().values()) {
            candidates.addAll(object.symbols(name));
        }
        return candidates;
    }

    /** What the kernel knows of a name that could not be resolved, in several lines, with the annotations to choose from. */
    String explanation(String name) {
        return new MissingAnnotation(kernel, patched, name, candidates(name)).text();
    }

    /** A sentence that says what was decided. */
    static String decision(AnnotatedSymbol symbol) {
        String object = symbol.gatingObject().text();
        return "'" + symbol.meaning().name() + "' is not annotated; taken for the only one in " + object + ", as "
                + symbol.meaning().livepatchName() + ", gated by " + object;
    }
}
