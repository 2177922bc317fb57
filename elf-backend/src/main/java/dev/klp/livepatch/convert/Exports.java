package dev.klp.livepatch.convert;

import dev.klp.kernel.symvers.ExportedSymbol;
import dev.klp.kernel.symvers.ModuleSymvers;
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
