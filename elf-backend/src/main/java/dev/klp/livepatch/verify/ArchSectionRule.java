package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.ModulePlace;

/**
 * From 4.7 to 5.7 the livepatch core applied {@code .klp.arch.<object>.<section>} after an object's relocations, for alternatives
 * and paravirtualized operations on x86 ({@code arch/x86/kernel/livepatch.c}); 5.8 took it out (commit 1d05334d2899).
 */
final class ArchSectionRule implements Rule {
    private static final String PREFIX = ".klp.arch.";

    @Override
    public void check(Subject subject, Findings findings) {
        if (!subject.version().isAtLeast(5, 8)) {
            return;
        }
        for (Section section : subject.module().image().sections()) {
            if (section.name().startsWith(PREFIX)) {
                findings.add(
                        DiagnosticCode.ARCH_SECTION,
                        new ModulePlace(section.toString(), 0, null, 0),
                        "Linux " + subject.version() + " does not know this section, its entries are never applied",
                        KernelAnswer.silent(Outcome.IGNORED));
            }
        }
    }

    /** Whether a table's target is one that an old kernel's livepatch core applies when it is complete. */
    static boolean isCovered(Subject subject, LivepatchTable table) {
        return !subject.version().isAtLeast(5, 8) && table.target().name().startsWith(PREFIX + table.gate() + ".");
    }
}
