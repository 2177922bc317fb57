package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Callers of a copy keep calling the old body. The {@code .cold} part of a function is reached from that function alone and
 * so goes with it.
 */
final class SiblingCloneCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        Set<String> replaced =
                subject.functions().map(FunctionUse::name).collect(Collectors.toCollection(HashSet::new));
        subject.functions().filter(use -> use.found().isPresent()).forEach(use -> {
            List<KernelSymbol> copies = use.object().clones(use.name()).stream()
                    .filter(clone ->
                            Clones.isCopy(clone.name()) && !clone.name().endsWith(".cold"))
                    .filter(clone -> !replaced.contains(clone.name()))
                    .toList();
            if (!copies.isEmpty()) {
                findings.add(
                        DiagnosticCode.SIBLING_CLONES,
                        use.position(),
                        "the compiler also made " + Clones.list(copies) + " of " + Quote.of(use.name()) + " of "
                                + Quote.of(use.object().name()),
                        Hint.note("whoever calls these keeps the old code"),
                        Hint.help("replace their callers too"));
            }
        });
    }
}
