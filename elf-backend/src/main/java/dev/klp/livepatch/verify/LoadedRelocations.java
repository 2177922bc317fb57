package dev.klp.livepatch.verify;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.LivepatchFormat;
import java.util.ArrayList;
import java.util.List;

/** Walks over all relocations of sections that the kernel loads, whoever applies them. */
final class LoadedRelocations {
    /** Takes one of them. */
    interface Visitor {
        /**
         * Looks at a relocation.
         *
         * @param table the section in which it stands
         * @param target the section that it changes
         */
        void visit(Section table, Section target, Relocation relocation) throws ElfFormatException;
    }

    private LoadedRelocations() {}

    /** Those of the loader first, then those of the livepatch core. */
    static void each(Subject subject, Visitor visitor) throws ElfFormatException {
        List<Section> tables = new ArrayList<>(subject.module().ordinaryRelocationSections());
        tables.addAll(subject.module().livepatchRelocationSections());
        for (Section section : tables) {
            Section target = section.infoSection();
            if (target != null
                    && target.hasFlags(SectionFlag.SHF_ALLOC)
                    && section.content() instanceof RelocationContent table) {
                for (Relocation relocation : table.entries()) {
                    visitor.visit(section, target, relocation);
                }
            }
        }
    }

    /** How the kernel answers to a relocation that {@code apply_relocate_add} of the architecture refuses. */
    static KernelAnswer answer(Section table, LoadError error, String message) {
        boolean later = table.hasFlags(LivepatchFormat.SHF_RELA_LIVEPATCH)
                && !table.name().startsWith(LivepatchFormat.RELOCATION_SECTION_PREFIX + "vmlinux.");
        return later ? KernelAnswer.targetRefused(error, message) : KernelAnswer.refused(error, message);
    }
}
