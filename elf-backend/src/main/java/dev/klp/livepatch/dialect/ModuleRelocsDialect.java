package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.ObjectName;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Reads sections {@code .klp.module_relocs.<object>}: arrays of {@code struct klp_module_reloc} that the macro
 * {@code KLP_MODULE_RELOC} of the proposed klp-convert patches (2017 to 2023) makes. The object of the name is both the one that
 * defines the symbols and the one that gates them.
 *
 * <p>The linker puts the arrays of several C files into one section, with zero bytes between them where their alignment asks for
 * it, so an entry is where a relocation is, and nowhere else.
 */
final class ModuleRelocsDialect implements Dialect {
    private static final String PREFIX = ".klp.module_relocs.";

    @Override
    public void read(KernelModule module, AnnotationCollector collector) throws ElfFormatException {
        PlacedRelocations ordinary = PlacedRelocations.ordinary(module);
        for (Section section : module.image().sections()) {
            if (section.name().startsWith(PREFIX)) {
                collector.leftover(section);
                read(module, section, ordinary.of(section), collector);
            }
        }
    }

    private static void read(
            KernelModule module, Section section, List<Relocation> entries, AnnotationCollector collector)
            throws ElfFormatException {
        ObjectName object;
        try {
            object = ObjectName.parse(section.name().substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            collector.problem(section, 0, String.valueOf(e.getMessage()));
            return;
        }
        if (!(section.content() instanceof OpaqueContent content)) {
            collector.problem(section, 0, "the section has no bytes, so it holds no annotations");
            return;
        }
        ByteBuffer bytes = content.bytes();
        int pointerBytes = module.image().format().wordSize();
        ModuleRelocsLayout layout = ModuleRelocsLayout.of(pointerBytes, bytes.limit(), entries);
        long end = 0;
        for (Relocation entry : entries) {
            if (entry.offset() < end || entry.offset() > bytes.limit() - layout.entryBytes()) {
                collector.problem(
                        section, entry.offset(), "an entry of " + layout.entryBytes() + " bytes does not fit here");
                return;
            }
            Padding.requireZero(section, bytes, end, entry.offset() + layout.positionOffset(), collector);
            long position = bytes.getInt((int) entry.offset() + layout.positionOffset()) & 0xFFFF_FFFFL;
            readEntry(module, section, entry, object, position, collector);
            end = entry.offset() + layout.entryBytes();
        }
        Padding.requireZero(section, bytes, end, bytes.limit(), collector);
    }

    private static void readEntry(
            KernelModule module,
            Section section,
            Relocation entry,
            ObjectName object,
            long position,
            AnnotationCollector collector)
            throws ElfFormatException {
        Symbol symbol = entry.symbol();
        if (entry.type() != module.architecture().absolutePointerType() || entry.addend() != 0 || symbol == null) {
            collector.problem(
                    section,
                    entry.offset(),
                    "the entry is not the plain address of a symbol but "
                            + module.architecture().relocationName(entry.type()) + " against "
                            + (symbol == null ? "no symbol" : symbol) + " plus " + entry.addend());
        } else if (!symbol.isUndefined()) {
            collector.problem(
                    section,
                    entry.offset(),
                    symbol + " is defined in the module itself; an annotation names a symbol of the kernel");
        } else {
            try {
                KernelSymbol meaning = new KernelSymbol(object, symbol.name(), position);
                collector.annotate(section, entry.offset(), symbol, object, meaning);
            } catch (IllegalArgumentException e) {
                collector.problem(section, entry.offset(), String.valueOf(e.getMessage()));
            }
        }
    }
}
