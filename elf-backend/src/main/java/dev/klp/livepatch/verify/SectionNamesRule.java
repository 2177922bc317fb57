package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.elf.StringTable;
import java.nio.ByteBuffer;

/**
 * What {@code elf_validity_check} (kernel/module/main.c, since 5.12) demands of the section headers and reading them here does
 * not: an empty section 0, and section names of which the last one ends.
 */
final class SectionNamesRule implements FileRule {
    @Override
    public void check(ElfFile file, Findings findings) throws ElfFormatException {
        if (file.sectionCount() == 0 || file.sectionNamesIndex() == 0) {
            refuse(findings, "the file has no sections with names");
            return;
        }
        SectionHeader first = file.section(0);
        if (first.type() != SectionType.SHT_NULL || first.size() != 0 || first.address() != 0) {
            refuse(findings, "section 0 is not empty; the kernel takes only SHT_NULL with size and address 0 there");
        }
        StringTable names = file.strings(file.section(file.sectionNamesIndex()));
        ByteBuffer bytes = names.bytes();
        if (names.size() == 0 || bytes.get(names.size() - 1) != 0) {
            refuse(findings, "the section names do not end with a zero byte");
        }
    }

    private static void refuse(Findings findings, String text) {
        findings.add(DiagnosticCode.MALFORMED_MODULE, text, KernelAnswer.refused(LoadError.ENOEXEC));
    }
}
