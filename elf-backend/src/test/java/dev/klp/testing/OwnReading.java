package dev.klp.testing;

import dev.klp.elf.ElfFile;
import dev.klp.elf.RelocationTable;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What our own reader says of a file, in the words of {@link Readelf}. */
public final class OwnReading {
    private static final Map<Integer, String> SECTION_TYPES = Map.of(
            SectionType.SHT_NULL, "NULL",
            SectionType.SHT_PROGBITS, "PROGBITS",
            SectionType.SHT_SYMTAB, "SYMTAB",
            SectionType.SHT_STRTAB, "STRTAB",
            SectionType.SHT_RELA, "RELA",
            SectionType.SHT_NOTE, "NOTE",
            SectionType.SHT_NOBITS, "NOBITS",
            SectionType.SHT_GROUP, "GROUP",
            SectionType.SHT_INIT_ARRAY, "INIT_ARRAY");
    /** Letters of the flags 0x1, 0x2, 0x4, 0x10 and so on. */
    private static final String FLAGS = "WAX?MSILOGTC";

    private static final String[] SYMBOL_TYPES = {"NOTYPE", "OBJECT", "FUNC", "SECTION", "FILE", "COMMON", "TLS"};
    private static final String[] BINDINGS = {"LOCAL", "GLOBAL", "WEAK"};
    private static final String[] VISIBILITIES = {"DEFAULT", "INTERNAL", "HIDDEN", "PROTECTED"};
    private static final Map<Integer, String> RELOCATION_TYPES = Map.of(
            0, "R_X86_64_NONE",
            1, "R_X86_64_64",
            2, "R_X86_64_PC32",
            4, "R_X86_64_PLT32",
            10, "R_X86_64_32",
            11, "R_X86_64_32S",
            24, "R_X86_64_PC64",
            26, "R_X86_64_GOTPC32");

    private OwnReading() {}

    /** Reads a file. */
    public static Readelf of(Path path) throws IOException {
        ElfFile file = ElfFile.read(path);
        List<Readelf.Section> sections = new ArrayList<>();
        List<Readelf.Relocation> relocations = new ArrayList<>();
        List<Readelf.Symbol> symbols = new ArrayList<>();
        for (SectionHeader header : file.sections()) {
            sections.add(new Readelf.Section(
                    header.index(),
                    file.sectionName(header),
                    SECTION_TYPES.getOrDefault(header.type(), "?"),
                    header.address(),
                    header.offset(),
                    header.size(),
                    header.entrySize(),
                    flags(header.flags()),
                    header.link(),
                    header.info(),
                    header.alignment()));
            if (header.type() == SectionType.SHT_RELA) {
                addRelocations(file, header, relocations);
            } else if (header.type() == SectionType.SHT_SYMTAB) {
                addSymbols(file, file.symbols(header), symbols);
            }
        }
        return new Readelf(sections, relocations, symbols);
    }

    private static String flags(long flags) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < FLAGS.length(); bit++) {
            if ((flags >>> bit & 1) != 0) {
                letters.append(FLAGS.charAt(bit));
            }
        }
        long forSystem = flags >>> 20 & 0xFF;
        return letters.append("o".repeat(Long.bitCount(forSystem))).toString();
    }

    private static void addRelocations(ElfFile file, SectionHeader header, List<Readelf.Relocation> relocations)
            throws IOException {
        RelocationTable table = file.relocations(header);
        SymbolTable symbols = file.symbols(file.linked(header));
        for (int i = 0; i < table.count(); i++) {
            int symbol = table.symbol(i, symbols.count());
            relocations.add(new Readelf.Relocation(
                    header.index(),
                    table.offset(i),
                    symbol,
                    table.type(i),
                    RELOCATION_TYPES.getOrDefault(table.type(i), "?"),
                    symbol == 0 ? "" : displayName(file, symbols, symbol),
                    table.addend(i)));
        }
    }

    private static void addSymbols(ElfFile file, SymbolTable table, List<Readelf.Symbol> symbols) throws IOException {
        for (int i = 0; i < table.count(); i++) {
            symbols.add(new Readelf.Symbol(
                    i,
                    table.value(i),
                    table.size(i),
                    SYMBOL_TYPES[table.type(i)],
                    BINDINGS[table.binding(i)],
                    VISIBILITIES[table.other(i)],
                    place(table, i),
                    displayName(file, table, i)));
        }
    }

    private static String place(SymbolTable table, int index) throws IOException {
        int section = table.definingSection(index);
        if (section != 0) {
            return Integer.toString(section);
        }
        return switch (table.sectionIndex(index)) {
            case 0 -> "UND";
            case 0xFFF1 -> "ABS";
            case 0xFFF2 -> "COM";
            default -> "OS [0x" + Integer.toHexString(table.sectionIndex(index)) + "]";
        };
    }

    /** readelf shows a section symbol by the name of its section. */
    private static String displayName(ElfFile file, SymbolTable table, int index) throws IOException {
        return SYMBOL_TYPES[table.type(index)].equals("SECTION")
                ? file.sectionName(file.section(table.definingSection(index)))
                : table.name(index);
    }
}
