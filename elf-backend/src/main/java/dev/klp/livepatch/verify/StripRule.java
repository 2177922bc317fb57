package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code strip} of binutils 2.40, as run by {@code make modules_install INSTALL_MOD_STRIP=1}, renumbers the symbols of a section's
 * livepatch relocations only if the section has ordinary ones, too; an empty table of those makes it leave stale indices behind.
 */
final class StripRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        Set<Section> served = new HashSet<>();
        for (Section section : subject.module().ordinaryRelocationSections()) {
            if (section.content() instanceof RelocationContent table
                    && section.infoSection() != null
                    && table.count() > 0) {
                served.add(section.infoSection());
            }
        }
        for (LivepatchTable table : subject.tables()) {
            if (served.add(table.target()) && table.relocations().count() > 0) {
                findings.add(
                        DiagnosticCode.MUST_NOT_BE_STRIPPED,
                        subject.module().place(table.target(), 0),
                        "the section has livepatch relocations, but no ordinary ones: 'strip' spoils the module",
                        KernelAnswer.silent(Outcome.LOADED),
                        Hint.help("install the module without INSTALL_MOD_STRIP=1"));
            }
        }
    }
}
