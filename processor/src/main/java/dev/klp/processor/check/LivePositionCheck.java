package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;

/**
 * While a module is being loaded the kernel counts its {@code __init} symbols, and afterwards no more
 * ({@code is_core_symbol} in kernel/module/kallsyms.c).
 */
final class LivePositionCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (SymbolUse use : subject.uses()) {
            use.found().ifPresent(symbol -> {
                if (symbol.livePosition().orElse(symbol.position()) != symbol.position()) {
                    findings.add(
                            DiagnosticCode.LIVE_POSITION,
                            use.sympos().given() ? use.sympos().position() : use.position(),
                            "position " + symbol.position() + " of " + Quote.of(use.name()) + " of "
                                    + Quote.of(use.object().name()) + " becomes "
                                    + symbol.livePosition().getAsInt() + " once the module has started",
                            Hint.note("position " + symbol.position()
                                    + " holds for a patch that is loaded before the module, "
                                    + symbol.livePosition().getAsInt() + " for one that is loaded after it"));
                }
            });
        }
    }
}
