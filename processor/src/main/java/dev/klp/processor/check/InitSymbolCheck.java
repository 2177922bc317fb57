package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import java.util.ArrayList;
import java.util.List;

/** The memory of {@code __init} functions and {@code __initdata} is freed; vmlinux keeps the names nevertheless. */
final class InitSymbolCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (SymbolUse use : subject.uses()) {
            use.found().filter(symbol -> symbol.isInit()).ifPresent(symbol -> {
                List<Hint> hints = new ArrayList<>();
                hints.add(Hint.note("its memory is freed once the kernel or its module has started"));
                if (use instanceof RelocationUse) {
                    hints.add(Hint.help("copy what is needed of it into the patch"));
                }
                findings.add(
                        DiagnosticCode.INIT_SYMBOL,
                        use.position(),
                        use.what() + " " + Quote.of(use.name()) + " of "
                                + Quote.of(use.object().name()) + " is for start-up alone",
                        hints);
            });
        }
    }
}
