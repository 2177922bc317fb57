package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.ObjectName;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        Map<Section, RelocationContent> tables = null;
        for (Section section : module.image().sections()) {
            if (section.name().startsWith(PREFIX)) {
                if (tables == null) {
                    tables = tables(module);
                }
                collector.leftover(section);
                read(module, section, tables.get(section), collector);
            }
        }
    }

    private static Map<Section, RelocationContent> tables(KernelModule module) {
        Map<Section, RelocationContent> tables = new HashMap<>();
        for (Section section : module.ordinaryRelocationSections()) {
            if (section.infoSection() != null) {
                tables.put(section.infoSection(), (RelocationContent) section.content());
            }
        }
        return tables;
    }

    private static void read(
            KernelModule module, Section section, @Nullable RelocationContent table, AnnotationCollector collector)
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
        List<Relocation> entries = table == null ? List.of() : sorted(table.entries());
        int pointerBytes = module.image().format().wordSize();
        ModuleRelocsLayout layout = ModuleRelocsLayout.of(pointerBytes, bytes.limit(), entries);
        long end = 0;
        for (Relocation entry : entries) {
            if (entry.offset() < end || entry.offset() > bytes.limit() - layout.entryBytes()) {
                collector.problem(
                        section, entry.offset(), "an entry of " + layout.entryBytes() + " bytes does not fit here");
                return;
            }
            requireZero(section, bytes, end, entry.offset() + layout.positionOffset(), collector);
            long position = bytes.getInt((int) entry.offset() + layout.positionOffset()) & 0xFFFF_FFFFL;
            readEntry(module, section, entry, object, position, collector);
            end = entry.offset() + layout.entryBytes();
        }
        requireZero(section, bytes, end, bytes.limit(), collector);
    }

    private static List<Relocation> sorted(List<Relocation> entries) {
        List<Relocation> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> Long.compareUnsigned(a.offset(), b.offset()));
        return sorted;
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

    /** Bytes that belong to no position: padding, or the place of a pointer, which is zero under relocations with addends. */
    private static void requireZero(
            Section section, ByteBuffer bytes, long from, long to, AnnotationCollector collector)
            throws ElfFormatException {
        for (long offset = from; offset < to; offset++) {
            if (bytes.get((int) offset) != 0) {
                collector.problem(section, offset, "a byte that is not zero belongs to no entry with a symbol");
                return;
            }
        }
    }
}
