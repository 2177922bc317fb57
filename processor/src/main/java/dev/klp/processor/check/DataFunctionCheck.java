package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.Traceability;
import java.util.List;

/** The kernel finds data by its name as well, and then fails with "failed to find location for function". */
final class DataFunctionCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.functions()
                .forEach(use -> use.found()
                        .filter(symbol -> symbol.traceability() == Traceability.NOT_A_FUNCTION)
                        .ifPresent(symbol -> {
                            List<KernelSymbol> functions = use.candidates();
                            findings.add(
                                    DiagnosticCode.NOT_A_FUNCTION,
                                    use.sympos().given() ? use.sympos().position() : use.position(),
                                    position(use, symbol) + Quote.of(use.name()) + " of "
                                            + Quote.of(use.object().name()) + " is no function",
                                    functions.size() == 1
                                            ? List.of(Hint.help("the function is at sympos = "
                                                    + functions.get(0).position()))
                                            : List.of());
                        }));
    }

    private static String position(SymbolUse use, KernelSymbol symbol) {
        return use.symbols().size() == 1 ? "" : "symbol " + symbol.position() + " of the name ";
    }
}
