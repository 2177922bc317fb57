package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.SymbolOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** ftrace redirects an address, so that who calls the function by another name is redirected as well. */
final class SecondNameCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        Set<String> replaced =
                subject.functions().map(FunctionUse::name).collect(Collectors.toCollection(HashSet::new));
        subject.functions()
                // Of a system call without parameters every entry is meant.
                .filter(use -> use.function().entry() == null)
                .filter(use -> use.object().order() != SymbolOrder.COUNT_ONLY)
                .forEach(use -> use.found().ifPresent(symbol -> {
                    List<String> others = symbol.aliases().stream()
                            .filter(name -> !replaced.contains(name))
                            .toList();
                    if (!others.isEmpty()) {
                        findings.add(
                                DiagnosticCode.SECOND_NAME,
                                use.position(),
                                "function " + Quote.of(use.name()) + " of "
                                        + Quote.of(use.object().name()) + " is also called '"
                                        + String.join("', '", others) + "'",
                                Hint.note("it is replaced under every name"));
                    }
                }));
    }
}
