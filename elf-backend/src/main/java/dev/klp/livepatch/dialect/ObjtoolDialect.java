package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.ObjectName;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code objtool klp diff} leaves for {@code objtool klp post-link} (Linux 6.19 and later): arrays of
 * {@code struct klp_reloc} in a section {@code __klp_relocs}, or {@code __klp_relocs.<gating object>} in later versions. An entry
 * points at the place of a relocation and at its symbol, which has its livepatch name already.
 *
 * <p>The struct holds two pointers and a 32-bit type, in the byte order of the module, and is as long as three pointers:
 * {@code tools/objtool/include/objtool/klp.h}.
 */
final class ObjtoolDialect implements Dialect {
    private static final String SECTION = "__klp_relocs";

    @Override
    public void read(KernelModule module, AnnotationCollector collector) throws ElfFormatException {
        ObjtoolSymbols symbols = ObjtoolSymbols.of(module);
        PlacedRelocations ordinary = PlacedRelocations.ordinary(module);
        ObjtoolPlaces places = new ObjtoolPlaces(module, symbols, ordinary, collector);
        for (Section section : module.image().sections()) {
            String name = section.name();
            if (name.equals(SECTION) || name.startsWith(SECTION + ".")) {
                collector.leftover(section);
                readSection(module, section, ordinary.of(section), places, collector);
            }
        }
        symbols.declare(collector);
        if (!symbols.isEmpty()) {
            places.requireAllListed();
        }
    }

    private static void readSection(
            KernelModule module,
            Section section,
            List<Relocation> pointers,
            ObjtoolPlaces places,
            AnnotationCollector collector)
            throws ElfFormatException {
        ObjectName gatingObject = null;
        if (section.name().length() > SECTION.length()) {
            try {
                gatingObject = ObjectName.parse(section.name().substring(SECTION.length() + 1));
            } catch (IllegalArgumentException e) {
                collector.problem(section, 0, String.valueOf(e.getMessage()));
                return;
            }
        }
        if (!(section.content() instanceof OpaqueContent content)) {
            collector.problem(section, 0, "the section has no bytes, so it holds no annotations");
            return;
        }
        ByteBuffer bytes = content.bytes();
        int word = module.image().format().wordSize();
        long end = 0;
        for (int i = 0; i < pointers.size(); i += 2) {
            long offset = pointers.get(i).offset();
            if (offset < end || offset > bytes.limit() - 3L * word) {
                collector.problem(section, offset, "an entry of " + 3 * word + " bytes does not fit here");
                return;
            }
            if (i + 1 == pointers.size() || pointers.get(i + 1).offset() != offset + word) {
                collector.problem(
                        section,
                        offset,
                        "an entry has two pointers with a relocation each, at byte 0 and at byte " + word);
                return;
            }
            Padding.requireZero(section, bytes, end, offset + 2L * word, collector);
            Padding.requireZero(section, bytes, offset + 2L * word + Integer.BYTES, offset + 3L * word, collector);
            int type = bytes.getInt((int) offset + 2 * word);
            readEntry(module, section, gatingObject, pointers.get(i), pointers.get(i + 1), type, places, collector);
            end = offset + 3L * word;
        }
        Padding.requireZero(section, bytes, end, bytes.limit(), collector);
    }

    private static void readEntry(
            KernelModule module,
            Section section,
            @Nullable ObjectName gatingObject,
            Relocation place,
            Relocation reference,
            int type,
            ObjtoolPlaces places,
            AnnotationCollector collector)
            throws ElfFormatException {
        Pointer to = Pointer.of(module, place);
        if (to == null || to.section() == null) {
            collector.problem(section, place.offset(), "the entry does not point at a place in the module");
        } else if (!to.section().hasFlags(SectionFlag.SHF_ALLOC)) {
            collector.problem(
                    section, place.offset(), "the entry points into " + to.section() + ", which takes no memory");
        } else {
            places.take(section, gatingObject, to.section(), to.offset(), reference, type);
        }
    }
}
