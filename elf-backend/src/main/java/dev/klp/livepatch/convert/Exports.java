package dev.klp.livepatch.convert;

import dev.klp.kernel.Export;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.symvers.ExportedSymbol;
import dev.klp.kernel.symvers.ModuleSymvers;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the symbols that the kernel and its modules export. */
public sealed interface Exports {
    /** Whether a symbol is exported, so that the module loader can resolve it. */
    boolean contains(String symbol);

    /** The object that exports a symbol, or null if that is not known. */
    @Nullable
    String exporter(String symbol);

    /** The exports of the kernel's build. */
    record Listed(ModuleSymvers symvers) implements Exports {
        @Override
        public boolean contains(String symbol) {
            return symvers.find(symbol) != null;
        }

        @Override
        public @Nullable String exporter(String symbol) {
            ExportedSymbol export = symvers.find(symbol);
            return export == null ? null : export.exporter();
        }
    }

    /**
     * The exports that an index of the kernel has, and those that the module's own {@code __versions} has.
     *
     * @param kernel the index
     * @param versioned see {@link Versioned}; empty if the module has none
     */
    record Indexed(KernelIndex kernel, Set<String> versioned) implements Exports {
        public Indexed {
            versioned = Set.copyOf(versioned);
        }

        @Override
        public boolean contains(String symbol) {
            return versioned.contains(symbol) || !kernel.exports(symbol).isEmpty();
        }

        @Override
        public @Nullable String exporter(String symbol) {
            List<Export> exports = kernel.exports(symbol);
            return exports.isEmpty() ? null : exports.get(0).exporter();
        }
    }

    /**
     * The names in the module's own {@code __versions}: modpost puts there exactly those undefined symbols that it finds
     * exported, but not by whom.
     */
    record Versioned(Set<String> symbols) implements Exports {
        public Versioned {
            symbols = Set.copyOf(symbols);
        }

        @Override
        public boolean contains(String symbol) {
            return symbols.contains(symbol);
        }

        @Override
        public @Nullable String exporter(String symbol) {
            return null;
        }
    }
}
