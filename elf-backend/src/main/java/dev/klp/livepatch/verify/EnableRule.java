package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Symbol;
import java.util.Set;

/** A livepatch has to enable itself: {@code klp_register_patch} did the first half of it until 5.0. */
final class EnableRule implements Rule {
    private static final Set<String> ENABLING = Set.of("klp_enable_patch", "klp_register_patch");

    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        for (Symbol symbol : subject.module().symbols().symbols()) {
            if (ENABLING.contains(symbol.name())) {
                return;
            }
        }
        findings.add(
                DiagnosticCode.NEVER_ENABLED,
                "the module never calls klp_enable_patch",
                KernelAnswer.silent(Outcome.IGNORED));
    }
}
