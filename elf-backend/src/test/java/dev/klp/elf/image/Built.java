package dev.klp.elf.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.Machine;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.SymbolType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A relocatable file made by a test, with the tables that every such file has. */
final class Built {
    final ElfImage image;
    final Section symbolTable;
    final SymbolTableContent symbols;

    private Built(ElfImage image, Section symbolTable, SymbolTableContent symbols) {
        this.image = image;
        this.symbolTable = symbolTable;
        this.symbols = symbols;
    }

    static Built of(ElfFormat format) {
        ElfImage image = ElfImage.create("built.o", format, format.is64() ? Machine.EM_X86_64 : Machine.EM_386);
        Section names = Section.create(".shstrtab", SectionType.SHT_STRTAB, StringTableContent.empty());
        Section strings = Section.create(".strtab", SectionType.SHT_STRTAB, StringTableContent.empty());
        SymbolTableContent symbols = SymbolTableContent.empty();
        Section table = Section.create(".symtab", SectionType.SHT_SYMTAB, symbols);
        table.setLink(strings);
        table.setEntrySize(format.symbolSize());
        table.setAlignment(format.wordSize());
        image.add(names);
        image.add(strings);
        image.add(table);
        image.setSectionNames(names);
        return new Built(image, table, symbols);
    }

    Section addSection(String name, byte... bytes) {
        Section section = Section.create(name, SectionType.SHT_PROGBITS, OpaqueContent.of(bytes));
        image.add(section);
        return section;
    }

    Section addRelocations(Section target) {
        Section section = Section.relocations(".rela" + target.name(), image.format(), 0, symbolTable, target);
        image.add(section);
        return section;
    }

    Symbol addSymbol(String name, int binding, SymbolPlacement placement) throws ElfFormatException {
        Symbol symbol = Symbol.create(name, binding, SymbolType.STT_OBJECT, placement);
        symbols.add(symbol);
        return symbol;
    }

    Symbol addGlobal(String name, Section section) throws ElfFormatException {
        return addSymbol(name, SymbolBinding.STB_GLOBAL, SymbolPlacement.in(section));
    }

    ElfFile file() throws ElfFormatException {
        return ElfFile.parse("built.o", ElfWriter.toBytes(image));
    }

    /** The same file, read again. */
    ElfImage reread() throws ElfFormatException {
        return ElfReader.read(file());
    }

    static Path save(ElfImage image, Path path) throws IOException {
        ByteBuffer bytes = ElfWriter.toBytes(image);
        return Files.write(path, bytes.array());
    }

    static Relocation relocation(Section section, int index) throws ElfFormatException {
        return ((RelocationContent) section.content()).entries().get(index);
    }
}
