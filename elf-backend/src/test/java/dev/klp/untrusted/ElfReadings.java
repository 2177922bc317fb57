package dev.klp.untrusted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.FileType;
import dev.klp.elf.RelocationTable;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolTable;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.SymbolTableContent;
import java.nio.ByteBuffer;

/** Readings of {@code dev.klp.elf}. */
final class ElfReadings {
    private ElfReadings() {}

    static ElfFile parse(byte[] input) throws ElfFormatException {
        return ElfFile.parse("input.o", ByteBuffer.wrap(input));
    }

    static void file(byte[] input) throws ElfFormatException {
        ElfFile file = parse(input);
        file.trailing();
        file.programHeaders();
        file.firstNamed(".nothing");
        for (SectionHeader section : file.sections()) {
            assertThat(file.describe(section)).isNotEmpty();
            file.sectionName(section);
            assertThat(file.content(section).limit()).isLessThanOrEqualTo(input.length);
            if (SectionType.isSymbols(section.type())) {
                walk(file.symbols(section));
            } else if (SectionType.isRelocations(section.type())) {
                walk(file.relocations(section));
            }
        }
    }

    private static void walk(SymbolTable symbols) throws ElfFormatException {
        for (int index = 0; index < symbols.count(); index++) {
            symbols.name(index);
            symbols.definingSection(index);
            symbols.value(index);
            symbols.size(index);
        }
    }

    private static void walk(RelocationTable relocations) throws ElfFormatException {
        for (int index = 0; index < relocations.count(); index++) {
            relocations.symbol(index, Integer.MAX_VALUE);
            relocations.offset(index);
            relocations.addend(index);
        }
    }

    /** A rewrite changes nothing; one with a change in it can be read again and isn't much larger. */
    static void image(byte[] input) throws ElfFormatException {
        ElfFile file = parse(input);
        ElfImage image = ElfReader.read(file);
        if (file.header().type() != FileType.ET_REL || file.header().programHeaderCount() != 0) {
            return;
        }
        if (!ElfWriter.toBytes(image).equals(file.bytes())) {
            throw new AssertionError("a rewrite without a change differs");
        }
        for (Section section : image.sections()) {
            if (section.content() instanceof SymbolTableContent table) {
                table.symbols().forEach(symbol -> symbol.rename("renamed_" + symbol.name()));
            }
        }
        ByteBuffer changed = ElfWriter.toBytes(image);
        assertThat(changed.limit()).isLessThan(20 * input.length + 10_000);
        ElfReader.read(ElfFile.parse("changed.o", changed));
    }
}
