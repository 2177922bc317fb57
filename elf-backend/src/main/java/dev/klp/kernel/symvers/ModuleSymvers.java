package dev.klp.kernel.symvers;

import dev.klp.io.WholeFile;
import dev.klp.kernel.KernelFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exports of one or several {@code Module.symvers}. */
public final class ModuleSymvers {
    private final Map<String, ExportedSymbol> symbols;

    private ModuleSymvers(Map<String, ExportedSymbol> symbols) {
        this.symbols = symbols;
    }

    /**
     * Reads files. Where two list one symbol, as a kernel's file and that of a tree built against it may, the first one
     * counts.
     *
     * @throws KernelFormatException if a line is not one of a {@code Module.symvers}, or a file has no line at all
     * @throws IOException if a file cannot be read
     */
    public static ModuleSymvers read(Collection<Path> files) throws IOException {
        Map<String, ExportedSymbol> symbols = new LinkedHashMap<>();
        for (Path file : files) {
            SymversParser.parse(file.toString(), WholeFile.read(file), symbols);
        }
        return new ModuleSymvers(symbols);
    }

    /**
     * Reads one file that is in memory already.
     *
     * @param file its name, for messages
     * @throws KernelFormatException as {@link #read}
     */
    public static ModuleSymvers parse(String file, byte[] content) throws KernelFormatException {
        Map<String, ExportedSymbol> symbols = new LinkedHashMap<>();
        SymversParser.parse(file, content, symbols);
        return new ModuleSymvers(symbols);
    }

    /** The export of a name, or null. */
    public @Nullable ExportedSymbol find(String name) {
        return symbols.get(name);
    }

    /** Every export, in the order of the files. */
    public Collection<ExportedSymbol> symbols() {
        return Collections.unmodifiableCollection(symbols.values());
    }
}
