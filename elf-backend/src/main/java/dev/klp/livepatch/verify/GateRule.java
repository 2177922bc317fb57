package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.patch.Patch;
import dev.klp.livepatch.patch.PatchedObject;
import java.util.stream.Collectors;

/**
 * A module's relocations are applied only if that module is an object of the patch: {@code klp_init_object_loaded} and {@code
 * klp_module_coming} in kernel/livepatch/core.c walk over {@code klp_patch.objs}. Others are skipped without a word, and their
 * places stay zero. Those of vmlinux are applied by the loader, whatever the patch says, since 5.8.
 */
final class GateRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        Patch patch = subject.patch();
        if (patch == null) {
            return;
        }
        for (LivepatchTable table : subject.tables()) {
            String gate = table.gate();
            if (gate != null && !subject.opens(table)) {
                for (Relocation relocation : table.relocations().entries()) {
                    Symbol symbol = relocation.symbol();
                    findings.add(
                            DiagnosticCode.CLOSED_GATE,
                            subject.module().place(table.target(), relocation.offset()),
                            "relocation against " + (symbol == null ? "no symbol" : symbol)
                                    + ": it waits for the object '" + gate + "', which the patch does not list",
                            KernelAnswer.silent(Outcome.IGNORED),
                            Hint.note("the patch lists "
                                    + patch.objects().stream()
                                            .map(PatchedObject::displayName)
                                            .collect(Collectors.joining(", "))));
                }
            }
        }
    }
}
