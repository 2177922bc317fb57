package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.ObjectName;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what kpatch's {@code create-diff-object} leaves for its {@code create-klp-module}: arrays in {@code .kpatch.symbols},
 * {@code .kpatch.relocations} and {@code .kpatch.arch}, whose pointers lead to each other, to {@code .kpatch.strings} and into the
 * module. An entry asks for a relocation where none stands. {@code .kpatch.strings} and {@code .kpatch.funcs} stay, since the
 * module's own code reads them.
 */
final class KpatchDialect implements Dialect {
    private static final String SYMBOLS = ".kpatch.symbols";
    private static final String RELOCATIONS = ".kpatch.relocations";
    private static final String ARCHITECTURE = ".kpatch.arch";
    /** The tables that kernels with {@code .klp.arch} sections look for. */
    private static final Set<String> ARCHITECTURE_TABLES = Set.of(".altinstructions", ".parainstructions");

    @Override
    public void read(KernelModule module, AnnotationCollector collector) throws ElfFormatException {
        PlacedRelocations ordinary = PlacedRelocations.ordinary(module);
        try {
            Section symbols = section(module, SYMBOLS, collector);
            Section relocations = section(module, RELOCATIONS, collector);
            Section architecture = section(module, ARCHITECTURE, collector);
            if (symbols != null && relocations != null) {
                readRelocations(module, symbols, relocations, ordinary, collector);
            } else if (symbols != null) {
                refuseAlone(symbols, RELOCATIONS, collector);
            } else if (relocations != null) {
                refuseAlone(relocations, SYMBOLS, collector);
            }
            if (architecture != null) {
                readArchitecture(module, architecture, ordinary, collector);
            }
        } catch (MalformedAnnotationException e) {
            collector.problem(e);
        }
    }

    private static @Nullable Section section(KernelModule module, String name, AnnotationCollector collector)
            throws MalformedAnnotationException {
        Section found = null;
        for (Section section : module.image().sections()) {
            if (section.name().equals(name)) {
                if (found != null) {
                    throw new MalformedAnnotationException(
                            section, 0, "a second section of this name; link the objects with 'ld -r' first");
                }
                found = section;
                collector.leftover(section);
            }
        }
        return found;
    }

    private static void refuseAlone(Section alone, String missing, AnnotationCollector collector)
            throws ElfFormatException {
        collector.problem(alone, 0, "the module has no section " + missing + " to go with it");
    }

    private static void readRelocations(
            KernelModule module,
            Section symbolSection,
            Section relocationSection,
            PlacedRelocations ordinary,
            AnnotationCollector collector)
            throws ElfFormatException, MalformedAnnotationException {
        ElfFormat format = module.image().format();
        KpatchLayout layout = new KpatchLayout(format.wordSize());
        StructArray symbols = StructArray.of(module, symbolSection, layout.symbolBytes(), ordinary);
        StructArray relocations = StructArray.of(module, relocationSection, layout.relocationBytes(), ordinary);
        if (symbols.count() != relocations.count()) {
            throw new MalformedAnnotationException(
                    relocationSection,
                    0,
                    relocations.count() + " relocations but " + symbols.count() + " symbols in " + symbolSection
                            + "; each relocation has a symbol of its own");
        }
        ByteOrder order = KpatchByteOrder.of(format, layout, symbols, relocations);
        KpatchSymbols known = new KpatchSymbols(module, layout, symbols, order);
        new KpatchRelocations(module, layout, relocations, known, ordinary, collector).read(order);
    }

    private static void readArchitecture(
            KernelModule module, Section section, PlacedRelocations ordinary, AnnotationCollector collector)
            throws ElfFormatException, MalformedAnnotationException {
        KpatchLayout layout = new KpatchLayout(module.image().format().wordSize());
        StructArray array = StructArray.of(module, section, layout.architectureBytes(), ordinary);
        for (int index = 0; index < array.count(); index++) {
            Section table = array.pointer(index, 0).section();
            if (table == null || !ARCHITECTURE_TABLES.contains(table.name())) {
                throw new MalformedAnnotationException(
                        section,
                        array.offset(index, 0),
                        "the entry does not point at .altinstructions or .parainstructions");
            }
            String object = KpatchStrings.at(array, index, layout.architectureObject());
            try {
                collector.architectureSection(new ArchitectureSection(ObjectName.parse(object), table));
            } catch (IllegalArgumentException e) {
                throw new MalformedAnnotationException(section, array.offset(index, 0), String.valueOf(e.getMessage()));
            }
        }
    }
}
