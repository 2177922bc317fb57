package dev.klp.elf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our view of a file in the words of {@code readelf -SrsW} (binutils 2.40), for comparison with {@link Readelf}. */
public final class ReadelfText {
    private static final List<String> SYMBOL_TYPES =
            List.of("NOTYPE", "OBJECT", "FUNC", "SECTION", "FILE", "COMMON", "TLS");
    private static final List<String> VISIBILITIES = List.of("DEFAULT", "INTERNAL", "HIDDEN", "PROTECTED");
    /** The letters of the flags in the order in which readelf prints them. */
    private static final String FLAG_LETTERS = "1W 2A 4X 10M 20S 40I 80L 100O 200G 400T 800C 80000000E";

    private final ElfFile file;
    private final int wordDigits;

    private ReadelfText(ElfFile file) {
        this.file = file;
        this.wordDigits = 2 * file.format().wordSize();
    }

    public static Readelf of(ElfFile file) throws ElfFormatException {
        ReadelfText text = new ReadelfText(file);
        Map<String, List<String>> symbols = new LinkedHashMap<>();
        Map<String, List<String>> relocations = new LinkedHashMap<>();
        List<String> sections = new ArrayList<>();
        for (SectionHeader section : file.sections()) {
            sections.add(text.section(section));
            if (SectionType.isSymbols(section.type()) && section.size() > 0) {
                symbols.put(file.sectionName(section), text.symbols(file.symbols(section)));
            }
            if (SectionType.isRelocations(section.type()) && section.size() > 0) {
                relocations.put(
                        file.sectionName(section) + "@0x" + Long.toHexString(section.offset()),
                        text.relocations(file.relocations(section)));
            }
        }
        return new Readelf(sections, symbols, relocations);
    }

    private String section(SectionHeader section) throws ElfFormatException {
        return format(
                "[%2d] %s %s %s %06x %06x %02x %s %d %d %d",
                section.index(),
                file.sectionName(section),
                type(section.type()),
                address(section.address()),
                section.offset(),
                section.size(),
                section.entrySize(),
                flags(section.flags()),
                section.link(),
                section.info(),
                section.alignment());
    }

    private static String type(int type) {
        return switch (type) {
            case SectionType.SHT_NULL -> "NULL";
            case SectionType.SHT_PROGBITS -> "PROGBITS";
            case SectionType.SHT_SYMTAB -> "SYMTAB";
            case SectionType.SHT_STRTAB -> "STRTAB";
            case SectionType.SHT_RELA -> "RELA";
            case SectionType.SHT_NOTE -> "NOTE";
            case SectionType.SHT_NOBITS -> "NOBITS";
            case SectionType.SHT_REL -> "REL";
            case SectionType.SHT_INIT_ARRAY -> "INIT_ARRAY";
            case SectionType.SHT_FINI_ARRAY -> "FINI_ARRAY";
            case SectionType.SHT_GROUP -> "GROUP";
            case SectionType.SHT_SYMTAB_SHNDX -> "SYMTAB SECTION INDICES";
            case 0x7000_0001 -> "X86_64_UNWIND";
            default -> throw new AssertionError("type 0x" + Integer.toHexString(type) + " is not in the test's table");
        };
    }

    private static String flags(long flags) {
        StringBuilder letters = new StringBuilder();
        long rest = flags;
        for (String entry : FLAG_LETTERS.split(" ")) {
            long bit = Long.parseLong(entry.substring(0, entry.length() - 1), 16);
            if ((rest & bit) != 0) {
                letters.append(entry.charAt(entry.length() - 1));
                rest &= ~bit;
            }
        }
        return rest == 0 ? letters.toString() : letters + "o";
    }

    private List<String> symbols(SymbolTable table) throws ElfFormatException {
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < table.count(); index++) {
            String size = table.size(index) < 100_000
                    ? format("%5d", table.size(index))
                    : "0x" + Long.toHexString(table.size(index));
            lines.add(format(
                    "%d: %s %s %s %s %s %s %s",
                    index,
                    address(table.value(index)),
                    size,
                    SYMBOL_TYPES.get(table.type(index)),
                    binding(table.binding(index)),
                    VISIBILITIES.get(table.other(index) & 3),
                    placement(table, index),
                    symbolName(table, index)));
        }
        return lines;
    }

    private static String binding(int binding) {
        return switch (binding) {
            case SymbolBinding.STB_LOCAL -> "LOCAL";
            case SymbolBinding.STB_GLOBAL -> "GLOBAL";
            case SymbolBinding.STB_WEAK -> "WEAK";
            default -> throw new AssertionError("binding " + binding + " is not in the test's table");
        };
    }

    private String placement(SymbolTable table, int index) throws ElfFormatException {
        int stored = table.sectionIndex(index);
        return switch (stored) {
            case SectionIndex.SHN_UNDEF -> "UND";
            case SectionIndex.SHN_ABS -> "ABS";
            case SectionIndex.SHN_COMMON -> "COM";
            case 0xFF20 -> "OS [0xff20]";
            default -> Integer.toString(table.definingSection(index));
        };
    }

    private String symbolName(SymbolTable table, int index) throws ElfFormatException {
        String name = table.name(index);
        boolean namedAfterSection =
                name.isEmpty() && table.type(index) == SymbolType.STT_SECTION && table.definingSection(index) != 0;
        return printable(namedAfterSection ? file.sectionName(file.section(table.definingSection(index))) : name);
    }

    /** The assembler puts control characters into its numeric local labels; readelf shows them as ^A and so on. */
    private static String printable(String name) {
        StringBuilder shown = new StringBuilder();
        name.chars().forEach(c -> {
            if (c < ' ') {
                shown.append('^').append((char) (c + '@'));
            } else {
                shown.append((char) c);
            }
        });
        return shown.toString();
    }

    private List<String> relocations(RelocationTable table) throws ElfFormatException {
        SectionHeader link = file.linked(table.section());
        @Nullable SymbolTable symbols = link.index() == 0 ? null : file.symbols(link);
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < table.count(); index++) {
            lines.add(relocation(table, index, symbols));
        }
        return lines;
    }

    /** Without the type's name, which is the processor's: its number is part of the second column. */
    private String relocation(RelocationTable table, int index, @Nullable SymbolTable symbols)
            throws ElfFormatException {
        String start = hex(table.offset(index), file.format().is64() ? 16 : 8) + " "
                + hex(table.info(index), file.format().is64() ? 16 : 8);
        int symbol = symbols == null ? 0 : table.symbol(index, symbols.count());
        long addend = table.addend(index);
        if (symbols == null || symbol == 0) {
            return start + " " + Long.toHexString(addend);
        }
        String named = start + " " + address(symbols.value(symbol)) + " " + symbolName(symbols, symbol);
        return table.hasAddends() ? named + (addend < 0 ? " - " : " + ") + Long.toHexString(Math.abs(addend)) : named;
    }

    private String address(long value) {
        return hex(value, wordDigits);
    }

    private static String hex(long value, int digits) {
        return format("%0" + digits + "x", value);
    }

    private static String format(String pattern, Object... arguments) {
        return Readelf.words(String.format(Locale.ROOT, pattern, arguments));
    }
}
