package dev.klp.processor.check;

import dev.klp.diagnostics.Hint;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.Traceability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists the symbols of one name so that a person can tell them from each other. */
final class Occurrences {
    private static final int MOST = 24;

    private Occurrences() {}

    static List<Hint> hints(SymbolUse use) {
        List<Hint> hints = new ArrayList<>();
        use.symbols().stream()
                .limit(MOST)
                .forEach(symbol -> hints.add(Hint.note("sympos = " + symbol.position() + ": " + describe(symbol))));
        if (use.symbols().size() > MOST) {
            hints.add(Hint.note("… and " + (use.symbols().size() - MOST) + " more"));
        }
        if (use.object().order() == SymbolOrder.ADDRESS) {
            hints.add(Hint.note("these positions are counted in a list sorted by address; of symbols at one address the"
                    + " order is not sure"));
        } else if (use.object().order() == SymbolOrder.COUNT_ONLY) {
            hints.add(Hint.note("what this kernel was indexed from tells how many there are, not which is where"));
        }
        return hints;
    }

    private static String describe(KernelSymbol symbol) {
        if (symbol.object().order() == SymbolOrder.COUNT_ONLY) {
            return "unknown";
        }
        StringBuilder text = new StringBuilder(symbol.isWeak() ? "weak " : symbol.isGlobal() ? "global " : "local ")
                .append(symbol.kind().name().toLowerCase(Locale.ROOT));
        symbol.sourceFile().ifPresent(file -> text.append(" of ").append(file));
        symbol.section().ifPresent(section -> text.append(" in ").append(section));
        String previous = symbol.previous().map(KernelSymbol::name).orElse("");
        String next = symbol.next().map(KernelSymbol::name).orElse("");
        if (!previous.isEmpty()) {
            text.append(" after '").append(previous).append('\'');
        }
        if (!next.isEmpty()) {
            text.append(previous.isEmpty() ? "" : " and")
                    .append(" before '")
                    .append(next)
                    .append('\'');
        }
        if (symbol.kind() == SymbolKind.FUNCTION
                && symbol.traceability() != Traceability.TRACEABLE
                && symbol.traceability() != Traceability.UNKNOWN) {
            text.append("; cannot be replaced: ").append(symbol.traceability().text());
        }
        return text.toString();
    }
}
