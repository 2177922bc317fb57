package dev.klp.processor.resolve;

import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolOrder;
import dev.klp.processor.spec.AnchorSpec;
import dev.klp.processor.spec.Positioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out which of the symbols of one name a neighbour or a file points at. */
public final class Anchor {
    /** How far a neighbour may be where no symbol, or more than one, has it directly beside it. */
    static final int REACH = 16;

    private final Set<String> near;
    private final String file;

    private Anchor(Set<String> near, String file) {
        this.near = near;
        this.file = file;
    }

    public static Anchor of(AnchorSpec spec) {
        return new Anchor(
                spec.near().stream().map(Positioned::value).collect(Collectors.toUnmodifiableSet()),
                spec.file().value());
    }

    /**
     * Those that the anchor points at: one if all is well.
     *
     * @param symbols the symbols of one name in one object that are of the right kind
     */
    public List<KernelSymbol> among(List<KernelSymbol> symbols) {
        List<KernelSymbol> found = symbols;
        if (!file.isEmpty()) {
            found = found.stream().filter(this::isInFile).toList();
        }
        return near.isEmpty() ? found : nearest(found);
    }

    private List<KernelSymbol> nearest(List<KernelSymbol> symbols) {
        List<KernelSymbol> ordered = symbols.stream()
                .filter(symbol -> symbol.object().order() != SymbolOrder.COUNT_ONLY)
                .toList();
        List<KernelSymbol> adjacent = ordered.stream().filter(this::isAdjacent).toList();
        return adjacent.size() == 1
                ? adjacent
                : ordered.stream().filter(this::isWithinReach).toList();
    }

    private boolean isAdjacent(KernelSymbol symbol) {
        return isNear(symbol.previous()) || isNear(symbol.next());
    }

    private boolean isNear(Optional<KernelSymbol> neighbour) {
        return neighbour.isPresent()
                && (near.contains(neighbour.get().name())
                        || neighbour.get().aliases().stream().anyMatch(near::contains));
    }

    private boolean isWithinReach(KernelSymbol symbol) {
        return symbol.object().around(symbol, REACH, REACH).stream()
                .filter(other -> other.index() != symbol.index())
                .anyMatch(other -> near.contains(other.name()));
    }

    /** gcc records a file's name with as much of its path as it was called with, which is often none. */
    private boolean isInFile(KernelSymbol symbol) {
        return symbol.sourceFile()
                .filter(known -> known.equals(file) || known.endsWith("/" + file) || file.endsWith("/" + known))
                .isPresent();
    }
}
