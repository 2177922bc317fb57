package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Quote;

/** The kernel refuses with "symbol position n for symbol not found". */
final class SymposRangeCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (SymbolUse use : subject.uses()) {
            int count = use.symbols().size();
            int sympos = use.sympos().value();
            if (count > 0 && sympos > count) {
                findings.add(
                        DiagnosticCode.SYMPOS_RANGE,
                        use.sympos().position(),
                        "sympos " + sympos + " is beyond the "
                                + (count == 1 ? "only symbol " : count + " symbols ")
                                + Quote.of(use.name()) + " of "
                                + Quote.of(use.object().name()),
                        Occurrences.hints(use));
            }
        }
    }
}
