package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernel refuses a patch, or the module that is patched, with "symbol not found in symbol table"
 * ({@code klp_find_object_symbol} in kernel/livepatch/core.c).
 */
final class UnknownSymbolCheck implements KernelCheck {
    private static final int MOST_OBJECTS = 5;

    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (SymbolUse use : subject.uses()) {
            if (use.symbols().isEmpty() && use.object().clones(use.name()).isEmpty()) {
                findings.add(
                        DiagnosticCode.UNKNOWN_SYMBOL,
                        use.position(),
                        Quote.of(use.object().name()) + " has no " + use.what() + " " + Quote.of(use.name()),
                        hints(subject, use));
            }
        }
    }

    private static List<Hint> hints(KernelSubject subject, SymbolUse use) {
        List<Hint> hints = new ArrayList<>();
        List<String> nearest = use.object().nearest(use.name());
        if (!nearest.isEmpty()) {
            hints.add(Hint.help("did you mean '" + String.join("', '", nearest) + "'?"));
        }
        List<String> others = subject.kernel().symbols(use.name()).stream()
                .map(symbol -> symbol.object().name())
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            hints.add(Hint.note("it is in '"
                    + String.join("', '", others.subList(0, Math.min(MOST_OBJECTS, others.size()))) + "'"
                    + (others.size() > MOST_OBJECTS ? " and " + (others.size() - MOST_OBJECTS) + " more" : "")));
        } else if (nearest.isEmpty() && use.wantsFunction()) {
            hints.add(Hint.note("a function that the compiler put into its callers has no symbol: patch these"));
        }
        return hints;
    }
}
