package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import java.util.List;

/** A static function that the compiler changed is in the kernel under another name alone, or only in part. */
final class CloneOnlyCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (SymbolUse use : subject.uses()) {
            List<KernelSymbol> clones = use.object().clones(use.name());
            if (use.symbols().isEmpty() && !clones.isEmpty()) {
                findings.add(
                        DiagnosticCode.CLONE_ONLY,
                        use.position(),
                        use.what() + " " + Quote.of(use.name()) + " of "
                                + Quote.of(use.object().name()) + " exists only as " + Clones.list(clones),
                        Hint.note(
                                "the compiler made it of the function: its parameters may be others than the source's"),
                        Hint.help(
                                use instanceof FunctionUse
                                        ? "replace the functions that call it instead"
                                        : "copy the function into the patch instead"));
            }
        }
    }
}
