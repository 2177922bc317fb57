package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.elf.ElfFormatException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Before 6.3 nothing makes the places of a module's relocations zero again when the module is unloaded, so that x86 refuses to
 * relocate them when it is loaded once more ({@code clear_relocate_add}, commit 0c05e7bd2d01).
 */
final class ReloadRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        if (subject.version().isAtLeast(6, 3)
                || !subject.module().architecture().placesMustBeZero()) {
            return;
        }
        Set<String> gates = new LinkedHashSet<>();
        for (LivepatchTable table : subject.tables()) {
            if (table.gate() != null
                    && !table.isGatedByVmlinux()
                    && table.relocations().count() > 0) {
                gates.add(table.gate());
            }
        }
        for (String gate : gates) {
            findings.add(
                    DiagnosticCode.TARGET_CANNOT_BE_RELOADED,
                    "once '" + gate + "' was unloaded, it cannot be loaded again while this livepatch is",
                    KernelAnswer.targetRefused(
                            LoadError.ENOEXEC,
                            "Skipping invalid relocation target, existing value is nonzero for type"));
        }
    }
}
