package dev.klp.kernel.index;

import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one object.
 *
 * @param name its name in the kernel's form
 * @param kind what it is
 * @param order how its symbols are ordered
 * @param path where it is below the indexed folder, or null
 * @param vermagic a module's {@code vermagic}, or null
 * @param livepatch whether it is a livepatch
 * @param dependencies the modules that it needs
 * @param sections the names of the sections that hold its symbols
 * @param symbols its symbols
 * @param types its BTF, or null
 */
public record ObjectContents(
        String name,
        ObjectKind kind,
        SymbolOrder order,
        @Nullable String path,
        @Nullable String vermagic,
        boolean livepatch,
        List<String> dependencies,
        List<String> sections,
        SymbolColumns symbols,
        @Nullable TypeContents types) {
    /** The same object with other types. */
    public ObjectContents withTypes(@Nullable TypeContents others) {
        return new ObjectContents(
                name, kind, order, path, vermagic, livepatch, dependencies, sections, symbols, others);
    }
}
