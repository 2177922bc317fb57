package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A global name looks unique, because C lets no second global one be. But the kernel counts local symbols and data too, so
 * that it is ambiguous ({@code klp_find_callback} in kernel/livepatch/core.c).
 */
final class GlobalHomonymCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (SymbolUse use : subject.uses()) {
            global(use).ifPresent(symbol -> {
                List<Hint> hints = new ArrayList<>(Occurrences.hints(use));
                hints.add(Hint.help(
                        "write " + use.annotation(String.valueOf(symbol.position())) + " for the global one"));
                findings.add(
                        DiagnosticCode.GLOBAL_HOMONYM,
                        use.position(),
                        "the global " + symbolKind(symbol) + " " + Quote.of(use.name())
                                + " is one of several symbols of that name of "
                                + Quote.of(use.object().name()),
                        hints);
            });
        }
    }

    private static String symbolKind(KernelSymbol symbol) {
        return symbol.kind() == SymbolKind.FUNCTION ? "function" : "variable";
    }

    /** The one global symbol that could be meant, where the name is ambiguous. */
    static Optional<KernelSymbol> global(SymbolUse use) {
        if (use.sympos().value() != 0 || use.anchor().given() || use.symbols().size() < 2) {
            return Optional.empty();
        }
        List<KernelSymbol> global =
                use.candidates().stream().filter(KernelSymbol::isGlobal).toList();
        return global.size() == 1 ? Optional.of(global.get(0)) : Optional.empty();
    }
}
