package dev.klp.kernel.indexer;

import dev.klp.kernel.Export;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.index.NamePool;
import dev.klp.kernel.index.ObjectContents;
import dev.klp.kernel.index.SymbolColumns;
import dev.klp.kernel.indexer.SourceResult.Found;
import dev.klp.kernel.indexer.SourceResult.Trust;
import dev.klp.kernel.source.AddressLine;
import dev.klp.kernel.source.SymbolsKlp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Turns lists of symbols, which tell little of each, into what the index keeps. */
final class AddressListIndexer {
    private static final String VMLINUX = "vmlinux";

    private AddressListIndexer() {}

    static List<Found> objects(Map<String, List<AddressLine>> lists, Trust trust, NamePool pool) {
        SymbolOrder order = trust == Trust.DUMP ? SymbolOrder.KERNEL : SymbolOrder.ADDRESS;
        List<Found> found = new ArrayList<>();
        lists.forEach((object, lines) -> {
            SymbolColumns columns = new SymbolColumns(pool, lines.size());
            for (AddressLine line : lines) {
                SymbolKind kind = SymbolLetters.kind(line.type());
                columns.add(line.name(), line.address(), 0, 0, line.type(), attributes(kind, line.type()));
            }
            found.add(found(object, order, columns, trust));
        });
        return found;
    }

    static List<Found> objects(SymbolsKlp symbols, NamePool pool) {
        List<Found> found = new ArrayList<>();
        symbols.objects().forEach((object, names) -> {
            SymbolColumns columns = new SymbolColumns(pool, names.size());
            for (String name : names) {
                columns.add(name, 0, 0, 0, '?', attributes(SymbolKind.OTHER, '?'));
            }
            found.add(found(object, SymbolOrder.COUNT_ONLY, columns, Trust.NAMES));
        });
        return found;
    }

    static List<Export> exports(SymbolsKlp symbols) {
        List<Export> exports = new ArrayList<>();
        symbols.exported().forEach((object, names) -> {
            for (String name : names) {
                exports.add(new Export(name, object, false, "", OptionalLong.empty()));
            }
        });
        return exports;
    }

    private static SymbolColumns.Attributes attributes(SymbolKind kind, char type) {
        Traceability traceability = kind == SymbolKind.DATA ? Traceability.NOT_A_FUNCTION : Traceability.UNKNOWN;
        return new SymbolColumns.Attributes(
                kind, SymbolLetters.isGlobal(type), SymbolLetters.isWeak(type), false, traceability);
    }

    private static Found found(String object, SymbolOrder order, SymbolColumns columns, Trust trust) {
        ObjectContents contents = new ObjectContents(
                object,
                object.equals(VMLINUX) ? ObjectKind.VMLINUX : ObjectKind.MODULE,
                order,
                null,
                null,
                false,
                List.of(),
                List.of(),
                columns,
                null);
        return new Found(trust, contents, CompletableFuture.completedFuture(Optional.empty()));
    }
}
