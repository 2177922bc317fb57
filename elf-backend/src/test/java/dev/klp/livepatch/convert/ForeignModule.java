package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.Machine;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.SymbolType;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.StringTableContent;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.elf.image.SymbolTableContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A small module for a machine for which there is no assembler here. */
final class ForeignModule {
    /** What differs from machine to machine: numbers from the ABI supplements, named as readelf names them. */
    enum Target {
        S390X(Machine.EM_S390, true, ByteOrder.BIG_ENDIAN, 22, "R_390_64", 20, "R_390_PLT32DBL"),
        ARM64(Machine.EM_AARCH64, true, ByteOrder.LITTLE_ENDIAN, 257, "R_AARCH64_ABS64", 283, "R_AARCH64_CALL26"),
        PPC64LE(Machine.EM_PPC64, true, ByteOrder.LITTLE_ENDIAN, 38, "R_PPC64_ADDR64", 10, "R_PPC64_REL24"),
        PPC64(Machine.EM_PPC64, true, ByteOrder.BIG_ENDIAN, 38, "R_PPC64_ADDR64", 10, "R_PPC64_REL24"),
        PPC32(Machine.EM_PPC, false, ByteOrder.BIG_ENDIAN, 1, "R_PPC_ADDR32", 10, "R_PPC_REL24");

        final int machine;
        final ElfFormat format;
        final int pointerType;
        final String pointerName;
        final int callType;
        final String callName;

        Target(
                int machine,
                boolean is64,
                ByteOrder order,
                int pointerType,
                String pointerName,
                int callType,
                String callName) {
            this.machine = machine;
            this.format = new ElfFormat(is64, order);
            this.pointerType = pointerType;
            this.pointerName = pointerName;
            this.callType = callType;
            this.callName = callName;
        }
    }

    private final ElfImage image;
    private final Target target;
    private final Section symbolTable;
    private final SymbolTableContent symbols = SymbolTableContent.empty();
    private final Map<String, Section> tables = new HashMap<>();
    private final Map<String, Symbol> undefined = new HashMap<>();

    ForeignModule(Target target) {
        this.target = target;
        this.image = ElfImage.create("foreign.ko", target.format, target.machine);
        Section names = Section.create(".shstrtab", SectionType.SHT_STRTAB, StringTableContent.empty());
        Section strings = Section.create(".strtab", SectionType.SHT_STRTAB, StringTableContent.empty());
        this.symbolTable = Section.create(".symtab", SectionType.SHT_SYMTAB, symbols);
        symbolTable.setLink(strings);
        symbolTable.setEntrySize(target.format.symbolSize());
        symbolTable.setAlignment(target.format.wordSize());
        image.add(names);
        image.add(strings);
        image.add(symbolTable);
        image.setSectionNames(names);
        section(
                ".modinfo",
                SectionFlag.SHF_ALLOC,
                "livepatch=Y\0license=GPL\0vermagic=6.1.0-test SMP\0".getBytes(StandardCharsets.ISO_8859_1));
        data(".gnu.linkonce.this_module", 64);
    }

    /** Adds a section of the loaded module. */
    Section section(String name, long flags, byte... bytes) {
        Section section = Section.create(name, SectionType.SHT_PROGBITS, OpaqueContent.of(bytes));
        section.setFlags(flags);
        section.setAlignment(target.format.wordSize());
        image.add(section);
        return section;
    }

    Section data(String name, int size) {
        return section(name, SectionFlag.SHF_ALLOC | SectionFlag.SHF_WRITE, new byte[size]);
    }

    /** A symbol that only another object defines. */
    Symbol undefined(String name) throws ElfFormatException {
        Symbol known = undefined.get(name);
        if (known == null) {
            known = Symbol.create(name, SymbolBinding.STB_GLOBAL, SymbolType.STT_NOTYPE, SymbolPlacement.UNDEFINED);
            symbols.add(known);
            undefined.put(name, known);
        }
        return known;
    }

    /** The symbol of a section, as assemblers make one. */
    Symbol of(Section section) throws ElfFormatException {
        Symbol symbol = Symbol.create("", SymbolBinding.STB_LOCAL, SymbolType.STT_SECTION, SymbolPlacement.in(section));
        symbols.add(symbol);
        return symbol;
    }

    void relocate(Section section, long offset, int type, Symbol symbol, long addend) throws ElfFormatException {
        Section table = tables.get(section.name());
        if (table == null) {
            table = Section.relocations(
                    ".rela" + section.name(), target.format, SectionFlag.SHF_INFO_LINK, symbolTable, section);
            image.add(table);
            tables.put(section.name(), table);
        }
        ((RelocationContent) table.content()).entries().add(new Relocation(offset, symbol, type, addend));
    }

    void pointer(Section section, long offset, Symbol symbol, long addend) throws ElfFormatException {
        relocate(section, offset, target.pointerType, symbol, addend);
    }

    ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(target.format.order());
    }

    Path write(Path file) throws IOException {
        ByteBuffer bytes = ElfWriter.toBytes(image);
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        return Files.write(file, array);
    }
}
