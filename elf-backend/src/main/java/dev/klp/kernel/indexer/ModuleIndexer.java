package dev.klp.kernel.indexer;

import dev.klp.kernel.Export;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.index.NamePool;
import dev.klp.kernel.index.ObjectContents;
import dev.klp.kernel.index.SymbolColumns;
import dev.klp.kernel.modules.KernelModule;
import dev.klp.kernel.modules.ModuleExport;
import dev.klp.kernel.modules.ModuleSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Turns what a module says into what the index keeps of it. */
final class ModuleIndexer {
    private ModuleIndexer() {}

    static ObjectContents contents(KernelModule module, String path, NamePool pool) {
        int[] sectionNumbers = new int[module.sectionNames().size()];
        List<String> sections = new ArrayList<>();
        SymbolColumns columns = new SymbolColumns(pool, module.symbols().size());
        String sourceFile = null;
        for (ModuleSymbol symbol : module.symbols()) {
            int section = symbol.section();
            if (section != 0 && sectionNumbers[section] == 0) {
                sections.add(module.sectionNames().get(section));
                sectionNumbers[section] = sections.size();
            }
            columns.add(
                    symbol.name(),
                    symbol.value(),
                    symbol.sizeBytes(),
                    section == 0 ? 0 : sectionNumbers[section],
                    symbol.type(),
                    new SymbolColumns.Attributes(
                            symbol.kind(), symbol.global(), symbol.weak(), symbol.init(), symbol.traceability()));
            // The local symbols after an STT_FILE are that file's: gABI 4, "Symbol Table".
            sourceFile = symbol.kind() == SymbolKind.FILE ? symbol.name() : sourceFile;
            if (sourceFile != null && !symbol.global()) {
                columns.setSourceFile(sourceFile);
            }
        }
        return new ObjectContents(
                module.name(),
                ObjectKind.MODULE,
                SymbolOrder.KERNEL,
                path,
                module.vermagic(),
                module.livepatch(),
                module.dependencies(),
                sections,
                columns,
                null);
    }

    static List<Export> exports(KernelModule module) {
        List<Export> exports = new ArrayList<>(module.exports().size());
        for (ModuleExport export : module.exports()) {
            Long crc = export.crc();
            exports.add(new Export(
                    export.symbol(),
                    module.name(),
                    export.gplOnly(),
                    export.namespace(),
                    crc == null ? OptionalLong.empty() : OptionalLong.of(crc)));
        }
        return exports;
    }
}
