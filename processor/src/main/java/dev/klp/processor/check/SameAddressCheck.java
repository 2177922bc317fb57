package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolOrder;
import java.util.List;
import java.util.Optional;

/**
 * Two replacements of one address are accepted without a word, and the one listed last is called for both names
 * ({@code klp_ftrace_handler} takes the head of the address's stack).
 */
final class SameAddressCheck implements KernelCheck {
    private record Address(String object, Optional<String> section, long offset) {
        static Address of(KernelSymbol symbol) {
            return new Address(symbol.object().name(), symbol.section(), symbol.address());
        }
    }

    private record Found(FunctionUse use, KernelSymbol symbol) {}

    @Override
    public void check(KernelSubject subject, Findings findings) {
        List<Found> found = subject.functions()
                .filter(use -> use.object().order() != SymbolOrder.COUNT_ONLY)
                .flatMap(use -> use.found().stream().map(symbol -> new Found(use, symbol)))
                .toList();
        Duplicates.forEach(found.stream(), one -> Address.of(one.symbol()), one -> {
            List<String> others = found.stream()
                    .filter(other -> Address.of(other.symbol()).equals(Address.of(one.symbol())))
                    .map(other -> other.use().name())
                    .filter(name -> !name.equals(one.use().name()))
                    .distinct()
                    .toList();
            // The same name twice is a folder of sysfs twice, which needs no kernel to be seen.
            if (!others.isEmpty()) {
                findings.add(
                        DiagnosticCode.SAME_ADDRESS,
                        one.use().position(),
                        "function " + Quote.of(one.use().name()) + " is the same as '" + String.join("', '", others)
                                + "' of this patch",
                        Hint.note("the last of them would be called for every name"),
                        Hint.help("replace it under one name"));
            }
        });
    }
}
