package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionType;
import java.util.Map;
import java.util.Set;

/**
 * Sections that hold symbol indices in a form that is copied without being understood. They stay right as long as no
 * symbol moves; then it is better to stop than to write a wrong file.
 */
final class OpaqueIndices {
    private static final Set<Integer> TYPES = Set.of(
            SectionType.SHT_HASH,
            SectionType.SHT_GNU_HASH,
            SectionType.SHT_GNU_VERSYM,
            SectionType.SHT_CREL,
            SectionType.SHT_LLVM_ADDRSIG);

    private OpaqueIndices() {}

    static void requireUnmoved(ElfImage image, Map<SymbolTableContent, SymbolNumbering> numberings)
            throws ElfFormatException {
        for (Section section : image.sections()) {
            Section link = section.link();
            if (TYPES.contains(section.type()) && link != null) {
                SymbolNumbering numbering =
                        link.content() instanceof SymbolTableContent table ? numberings.get(table) : null;
                if (numbering != null && numbering.moved() != null) {
                    throw new ElfFormatException(
                            image.name(),
                            section.origin() == null ? 0 : section.origin().offset(),
                            "section " + section,
                            "it has type 0x" + Integer.toHexString(section.type())
                                    + " and refers to symbols by index in a form that cannot be rewritten;"
                                    + " remove it before symbols are added or removed");
                }
            }
        }
    }
}
