package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionIndex;

/**
 * The kernel knows nothing of extended section numbering: {@code elf_validity_check} (kernel/module/main.c) takes {@code e_shnum}
 * as it is, and refuses a section 0 with a size, in which a larger count would stand.
 */
final class SectionCountRule implements FileRule {
    @Override
    public void check(ElfFile file, Findings findings) {
        if (file.sectionCount() >= SectionIndex.SHN_LORESERVE || file.header().sectionHeaderCount() == 0) {
            findings.add(
                    DiagnosticCode.TOO_MANY_SECTIONS,
                    "the file has " + file.sectionCount() + " sections; the kernel takes fewer than "
                            + SectionIndex.SHN_LORESERVE,
                    KernelAnswer.refused(LoadError.ENOEXEC));
        }
    }
}
