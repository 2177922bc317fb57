package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.Traceability;
import dev.klp.livepatch.ModulePlace;
import dev.klp.livepatch.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for symbols as the livepatch core does, and says what it would say. */
final class SymbolSearch {
    private static final int MOST_POSITIONS = 20;

    private final KernelIndex index;
    private final Findings findings;

    SymbolSearch(KernelIndex index, Findings findings) {
        this.index = index;
        this.findings = findings;
    }

    /** Requires a function that ftrace can redirect: {@code klp_get_ftrace_location} in kernel/livepatch/patch.c. */
    void requireFunction(String object, String name, long position, ModulePlace place) {
        KernelSymbol symbol = require(object, name, position, place, "function ");
        if (symbol == null
                || symbol.traceability() == Traceability.TRACEABLE
                || symbol.traceability() == Traceability.UNKNOWN) {
            return;
        }
        findings.add(
                code(symbol),
                place,
                "function '" + name + "' of " + object + " cannot be replaced: "
                        + symbol.traceability().text(),
                answer(object, "failed to find location for function '" + name + "'"));
    }

    private static DiagnosticCode code(KernelSymbol symbol) {
        if (symbol.isInit()) {
            return DiagnosticCode.INIT_SYMBOL;
        }
        return symbol.traceability() == Traceability.NOT_A_FUNCTION
                ? DiagnosticCode.NOT_A_FUNCTION
                : DiagnosticCode.UNTRACEABLE;
    }

    /** Requires a symbol whose memory is still there when it is used through a relocation. */
    void requireLasting(String object, String name, long position, ModulePlace place) {
        KernelSymbol symbol = require(object, name, position, place, "");
        if (symbol != null && symbol.isInit()) {
            findings.add(
                    DiagnosticCode.INIT_SYMBOL,
                    place,
                    "'" + name + "' of " + object + " is for start-up alone, its memory is freed",
                    KernelAnswer.silent(Outcome.CORRUPTED),
                    Hint.help("copy what is needed of it into the patch"));
        }
    }

    /**
     * Requires a symbol.
     *
     * @param what what it is, with a space behind it, or nothing
     * @return the symbol, or null if it is not there or the index does not know its object
     */
    @Nullable
    KernelSymbol require(String object, String name, long position, ModulePlace place, String what) {
        KernelObject found = index.object(object).orElse(null);
        if (found == null) {
            return null;
        }
        List<KernelSymbol> symbols = found.symbols(name);
        String quoted = what + "'" + name + "'";
        if (symbols.isEmpty()) {
            findings.add(
                    found.clones(name).isEmpty() ? DiagnosticCode.UNKNOWN_SYMBOL : DiagnosticCode.CLONE_ONLY,
                    place,
                    object + " has no " + quoted,
                    answer(object, "symbol '" + name + "' not found in symbol table"),
                    missing(found, name));
            return null;
        }
        if (position == 0 && symbols.size() > 1) {
            findings.add(
                    DiagnosticCode.AMBIGUOUS_SYMBOL,
                    place,
                    object + " has " + symbols.size() + " of " + quoted + ", and the position 0 chooses none",
                    answer(
                            object,
                            "unresolvable ambiguity for symbol '" + name + "' in object '"
                                    + (object.equals(ObjectName.VMLINUX.text()) ? "(null)" : object) + "'"),
                    positions(symbols));
            return null;
        }
        if (position < 0 || position > symbols.size()) {
            findings.add(
                    DiagnosticCode.SYMPOS_RANGE,
                    place,
                    object + " has no " + quoted + " at position " + Long.toUnsignedString(position) + ", only "
                            + symbols.size(),
                    answer(
                            object,
                            "symbol position " + Long.toUnsignedString(position) + " for symbol '" + name
                                    + "' in object '" + object + "' not found"),
                    positions(symbols));
            return null;
        }
        KernelSymbol symbol = symbols.get(position == 0 ? 0 : (int) position - 1);
        checkOrder(found, symbol, position, place, quoted);
        return symbol;
    }

    private void checkOrder(KernelObject object, KernelSymbol symbol, long position, ModulePlace place, String quoted) {
        boolean moves = symbol.occurrences() > 1
                && object.order() == SymbolOrder.KERNEL
                && symbol.livePosition().orElse(symbol.position()) != symbol.position();
        if (moves) {
            findings.add(
                    DiagnosticCode.LIVE_POSITION,
                    place,
                    quoted + " of " + object.name() + " is at position " + position
                            + " while that module is loading, and at "
                            + symbol.livePosition().getAsInt() + " once it is live",
                    KernelAnswer.silent(Outcome.CORRUPTED),
                    Hint.note("a symbol of the same name in an init section comes before it"));
        }
    }

    private Hint[] missing(KernelObject object, String name) {
        List<Hint> hints = new ArrayList<>();
        List<KernelSymbol> clones = object.clones(name);
        if (!clones.isEmpty()) {
            hints.add(Hint.note("the compiler left it as " + names(clones) + ", with parameters of its own; replace its"
                    + " callers"));
        }
        List<KernelSymbol> elsewhere = index.symbols(name);
        if (!elsewhere.isEmpty()) {
            hints.add(Hint.note("it is in "
                    + elsewhere.stream()
                            .map(symbol -> symbol.object().name())
                            .distinct()
                            .limit(5)
                            .collect(Collectors.joining(", "))));
        }
        List<String> nearest = hints.isEmpty() ? object.nearest(name) : List.of();
        if (!nearest.isEmpty()) {
            hints.add(Hint.help("did you mean '" + String.join("', '", nearest) + "'"));
        }
        return hints.toArray(Hint[]::new);
    }

    private static String names(List<KernelSymbol> symbols) {
        return symbols.stream()
                .map(symbol -> "'" + symbol.name() + "'")
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    private static Hint[] positions(List<KernelSymbol> symbols) {
        return symbols.stream()
                .limit(MOST_POSITIONS)
                .map(symbol -> Hint.note("position " + symbol.position() + neighbours(symbol)))
                .toArray(Hint[]::new);
    }

    private static String neighbours(KernelSymbol symbol) {
        String before =
                symbol.previous().map(other -> " after '" + other.name() + "'").orElse("");
        String after =
                symbol.next().map(other -> " before '" + other.name() + "'").orElse("");
        return " is" + before + (before.isEmpty() || after.isEmpty() ? "" : " and") + after;
    }

    private static KernelAnswer answer(String object, String message) {
        return object.equals(ObjectName.VMLINUX.text())
                ? KernelAnswer.refused(LoadError.EINVAL, message)
                : KernelAnswer.targetRefused(LoadError.EINVAL, message);
    }
}
