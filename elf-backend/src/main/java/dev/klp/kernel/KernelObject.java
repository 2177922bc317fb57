package dev.klp.kernel;

import dev.klp.kernel.btf.Btf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** vmlinux or a module. */
public interface KernelObject {
    /** The name by which the kernel knows it: {@code vmlinux}, or the module's name with underscores and without suffix. */
    String name();

    /** Whether it is vmlinux or a module. */
    ObjectKind kind();

    /** How well the order of its symbols is known. */
    SymbolOrder order();

    /** Where the module lies below the folder that was indexed. */
    Optional<String> path();

    /** The module's {@code vermagic}. */
    Optional<String> vermagic();

    /** Whether the module is a livepatch itself. */
    boolean isLivepatch();

    /** The modules that must be loaded before it ({@code depends} of its modinfo), in the kernel's form. */
    List<String> dependencies();

    /** Every module that is loaded whenever this one is, as far as it is indexed, sorted by name. */
    List<KernelObject> dependencyClosure();

    /** Its BTF, if it has any. Read when first asked for. */
    Optional<Btf> btf();

    /** The number of its symbols. */
    int symbolCount();

    /** All its symbols in the kernel's order. */
    Stream<KernelSymbol> symbols();

    /** The symbols of one name; their positions are 1, 2, … in this order. Empty if there is none. */
    List<KernelSymbol> symbols(String name);

    /** The symbols at {@code name} as the compiler left them: {@code name.isra.0}, {@code name.constprop.0}, {@code name.part.0}, … */
    List<KernelSymbol> clones(String name);

    /** Up to three names of this object that {@code name} may be a misspelling of, the nearest first. */
    List<String> nearest(String name);

    /** Names of this object that begin with {@code prefix}, sorted, at most {@code limit}. */
    List<String> complete(String prefix, int limit);

    /**
     * The symbols around one in address order, itself included.
     *
     * @param symbol a symbol of this object
     * @param before how many at most before it
     * @param after how many at most after it
     */
    List<KernelSymbol> around(KernelSymbol symbol, int before, int after);
}
