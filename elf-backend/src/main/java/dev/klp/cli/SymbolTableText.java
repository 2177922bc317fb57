package dev.klp.cli;

import dev.klp.kernel.Export;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.Traceability;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Symbols as a table for a person, and below it what does not fit into cells. */
final class SymbolTableText {
    private final Console console;

    SymbolTableText(Console console) {
        this.console = console;
    }

    void print(KernelIndex index, List<KernelSymbol> symbols) {
        TextTable table = new TextTable();
        table.add("OBJECT", "SYMPOS", "KIND", "SCOPE", "PLACE", "BETWEEN", "REPLACEABLE");
        symbols.forEach(symbol -> addRow(table, symbol));
        table.print(console.out());
        Set<String> notes = new LinkedHashSet<>();
        for (KernelSymbol symbol : symbols) {
            addNotes(notes, index, symbol);
        }
        notes.forEach(console.out()::println);
    }

    private static void addRow(TextTable table, KernelSymbol symbol) {
        table.add(
                symbol.object().name(),
                symbol.position() + " of " + symbol.occurrences(),
                symbol.kind().name().toLowerCase(Locale.ROOT),
                symbol.isWeak() ? "weak" : symbol.isGlobal() ? "global" : "local",
                place(symbol),
                symbol.previous().map(KernelSymbol::name).orElse("-") + " .. "
                        + symbol.next().map(KernelSymbol::name).orElse("-"),
                symbol.traceability() == Traceability.TRACEABLE
                        ? "yes"
                        : symbol.traceability() == Traceability.UNKNOWN
                                ? "unknown"
                                : "no: " + symbol.traceability().text());
    }

    private static String place(KernelSymbol symbol) {
        String address = Long.toHexString(symbol.address());
        return symbol.section().map(section -> section + "+0x" + address).orElse(address);
    }

    private static void addNotes(Set<String> notes, KernelIndex index, KernelSymbol symbol) {
        String which = symbol.occurrences() == 1
                ? symbol.object().name() + ": "
                : symbol.object().name() + " " + symbol.position() + ": ";
        String object = symbol.object().name() + ": ";
        String one = symbol.declarations().size() > 1 ? "one of: " : "";
        symbol.declarations().forEach(declaration -> notes.add(object + one + declaration));
        symbol.sourceFile().ifPresent(file -> notes.add(which + "from " + file));
        symbol.export().ifPresent(export -> notes.add(which + text(export)));
        if (!symbol.aliases().isEmpty()) {
            notes.add(which + "same address as " + String.join(", ", symbol.aliases()));
        }
        if (symbol.kind() == SymbolKind.FUNCTION) {
            List<String> clones = symbol.object().clones(symbol.name()).stream()
                    .map(KernelSymbol::name)
                    .distinct()
                    .toList();
            if (!clones.isEmpty()) {
                notes.add(object + "parts and copies by the compiler: " + String.join(", ", clones));
            }
        }
        addPositionNotes(notes, symbol, which, object);
        index.exports(symbol.name()).stream()
                .filter(export -> !export.exporter().equals(symbol.object().name()))
                .forEach(export -> notes.add(export.exporter() + ": " + text(export)));
    }

    private static void addPositionNotes(Set<String> notes, KernelSymbol symbol, String which, String object) {
        if (symbol.livePosition().isPresent() && symbol.livePosition().getAsInt() != symbol.position()) {
            notes.add(which + "warning: position " + symbol.livePosition().getAsInt()
                    + " once the module is live, because a symbol of this name in an init section is then gone: no position"
                    + " is right both before and after");
        }
        if (symbol.object().order() == SymbolOrder.ADDRESS && symbol.occurrences() > 1) {
            notes.add(
                    object + "positions are counted in a list sorted by address; of symbols at one address the order is"
                            + " not sure");
        }
        if (symbol.object().order() == SymbolOrder.COUNT_ONLY) {
            notes.add(object + "only the number of symbols of this name is known, not which is at which position");
        }
    }

    private static String text(Export export) {
        return "exported by " + export.exporter() + (export.gplOnly() ? ", GPL only" : "")
                + (export.namespace().isEmpty() ? "" : ", namespace " + export.namespace())
                + (export.crc().isPresent()
                        ? ", CRC 0x%08x".formatted(export.crc().getAsLong())
                        : "");
    }

    /** Prints the symbols around one, which is marked. */
    void printAround(KernelSymbol start, List<KernelSymbol> around) {
        KernelObject object = start.object();
        console.out()
                .println(object.name() + ", around " + start.name() + ", position " + start.position() + " of "
                        + start.occurrences());
        TextTable table = new TextTable();
        for (KernelSymbol symbol : around) {
            table.add(
                    symbol.equals(start) ? ">" : " ",
                    place(symbol),
                    String.valueOf(symbol.type()),
                    symbol.name(),
                    symbol.occurrences() > 1 ? symbol.position() + " of " + symbol.occurrences() : "");
        }
        table.print(console.out());
    }
}
