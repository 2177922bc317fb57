package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Without a position a name must be unique in its object, or the kernel refuses with "unresolvable ambiguity"
 * ({@code klp_find_object_symbol} in kernel/livepatch/core.c).
 */
final class AmbiguousSymbolCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (SymbolUse use : subject.uses()) {
            if (use.sympos().value() == 0
                    && !use.anchor().given()
                    && use.symbols().size() > 1
                    && GlobalHomonymCheck.global(use).isEmpty()) {
                findings.add(
                        DiagnosticCode.AMBIGUOUS_SYMBOL,
                        use.position(),
                        Quote.of(use.object().name()) + " has several symbols " + Quote.of(use.name()),
                        hints(use));
            }
        }
    }

    private static List<Hint> hints(SymbolUse use) {
        List<Hint> hints = new ArrayList<>(Occurrences.hints(use));
        List<KernelSymbol> candidates = use.candidates();
        hints.add(Hint.help(
                candidates.size() == 1
                        ? "write "
                                + use.annotation(
                                        String.valueOf(candidates.get(0).position())) + ", the only "
                                + (use.wantsFunction() ? "function" : "data") + " among them"
                        : "say which one is meant: " + use.annotation("n") + " with its position for n"));
        if (use.object().order() != SymbolOrder.COUNT_ONLY) {
            hints.add(
                    Hint.help("or name a symbol that stands beside it, near = \"...\": then its position is computed"));
        }
        return hints;
    }
}
