package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.Traceability;

/**
 * Livepatching redirects functions by ftrace, and fails with "failed to find location for function" where there is no
 * record ({@code klp_get_ftrace_location}).
 */
final class UntraceableCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.functions()
                .forEach(use -> use.found()
                        .filter(UntraceableCheck::cannotBeReplaced)
                        .ifPresent(symbol -> findings.add(
                                DiagnosticCode.UNTRACEABLE,
                                use.position(),
                                "function " + Quote.of(use.name()) + " of "
                                        + Quote.of(use.object().name()) + " cannot be replaced",
                                Hint.note(symbol.traceability().text()),
                                Hint.help(
                                        symbol.traceability() == Traceability.COLD
                                                ? "replace the function that it is a part of"
                                                : "replace the functions that call it instead"))));
    }

    private static boolean cannotBeReplaced(KernelSymbol symbol) {
        return switch (symbol.traceability()) {
            case NOTRACE, NOINSTR, EXIT, COLD -> !symbol.isInit();
            case TRACEABLE, NOT_A_FUNCTION, INIT, UNKNOWN -> false;
        };
    }
}
