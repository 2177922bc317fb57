package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;

/** Callers hand a copy the parameters that the compiler left it, and these are nowhere written down. */
final class ReplacedCloneCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.functions()
                .filter(use -> Clones.isCopy(use.name()) && use.found().isPresent())
                .forEach(use -> findings.add(
                        DiagnosticCode.REPLACED_CLONE,
                        use.position(),
                        Quote.of(use.name()) + " of " + Quote.of(use.object().name())
                                + " was made by the compiler and may lack parameters",
                        Hint.note("a replacement with the source's prototype then reads what no caller passed"),
                        Hint.help("replace the functions that call it instead, or make sure by disassembling them")));
    }
}
