package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolOrder;
import dev.klp.processor.spec.Positioned;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A neighbour or a file points at one symbol, which is the one that a position given beside it counts to. */
final class AnchorCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (SymbolUse use : subject.uses()) {
            if (use.anchor().given() && !use.symbols().isEmpty()) {
                check(use, findings);
            }
        }
    }

    private static void check(SymbolUse use, Findings findings) {
        List<KernelSymbol> anchored = use.anchored();
        int sympos = use.sympos().value();
        if (anchored.size() != 1) {
            findings.add(
                    DiagnosticCode.ANCHOR,
                    use.anchor().position(),
                    (anchored.isEmpty() ? "no " : "more than one ") + use.what() + " " + Quote.of(use.name()) + " of "
                            + Quote.of(use.object().name()) + " is " + anchor(use),
                    hints(use));
        } else if (sympos != 0 && anchored.get(0).position() != sympos) {
            findings.add(
                    DiagnosticCode.CONTRADICTED_POSITION,
                    use.sympos().position(),
                    "sympos " + sympos + " of " + Quote.of(use.name()) + " of "
                            + Quote.of(use.object().name()) + " is not the one " + anchor(use) + ", which is sympos "
                            + anchored.get(0).position(),
                    hints(use));
        }
    }

    private static String anchor(SymbolUse use) {
        List<String> parts = new ArrayList<>();
        if (!use.anchor().near().isEmpty()) {
            parts.add("near "
                    + use.anchor().near().stream()
                            .map(Positioned::value)
                            .map(Quote::of)
                            .collect(Collectors.joining(" or ")));
        }
        if (!use.anchor().file().value().isEmpty()) {
            parts.add("in " + Quote.of(use.anchor().file().value()));
        }
        return String.join(" ", parts);
    }

    private static List<Hint> hints(SymbolUse use) {
        List<Hint> hints = new ArrayList<>(Occurrences.hints(use));
        if (!use.anchor().file().value().isEmpty()
                && use.symbols().stream().allMatch(symbol -> symbol.sourceFile().isEmpty())) {
            hints.add(Hint.note("what this kernel was indexed from does not tell in which files these are"));
        }
        if (use.object().order() != SymbolOrder.COUNT_ONLY) {
            hints.add(Hint.help("name a symbol that stands beside the one that is meant: near = \"...\""));
        }
        return hints;
    }
}
