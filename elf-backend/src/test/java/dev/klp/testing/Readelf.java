package dev.klp.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code readelf -SrsW} of binutils says of a 64-bit file, so that our own reading can be compared with another's.
 *
 * @param sections the section headers, the one at index 0 included
 * @param relocations every relocation, in the order of the file's sections
 * @param symbols the symbol table, the symbol at index 0 included
 */
public record Readelf(List<Section> sections, List<Relocation> relocations, List<Symbol> symbols) {
    private static final Pattern SECTION = Pattern.compile("\\s+\\[ *(\\d+)] (\\S*) +(\\S+) +([0-9a-f]{16}) ([0-9a-f]+)"
            + " ([0-9a-f]+) ([0-9a-f]{2,}) +([A-Za-z]*) +(\\d+) +(\\d+) +(\\d+)");
    private static final Pattern TABLE =
            Pattern.compile("Relocation section '(.*)' at offset 0x([0-9a-f]+) contains .*");
    private static final Pattern RELOCATION =
            Pattern.compile("([0-9a-f]{16})  ([0-9a-f]{16}) (\\S+) +(?:[0-9a-f]{16} )?(.*)");
    private static final Pattern ADDEND = Pattern.compile("(?:(.*) ([+-]) )?([0-9a-f]+)");
    private static final Pattern SYMBOL = Pattern.compile(
            " *(\\d+): ([0-9a-f]{16}) +(\\S+) (\\S+) +(\\S+) +(\\S+) +(UND|ABS|COM|\\d+|OS \\[0x[0-9a-f]+]) ?(.*)");

    /** One section header; the flags are readelf's letters. */
    public record Section(
            int index,
            String name,
            String type,
            long address,
            long offset,
            long size,
            long entrySize,
            String flags,
            long link,
            long info,
            long alignment) {}

    /**
     * One relocation.
     *
     * @param table the index of the section that it stands in
     * @param symbolIndex the upper half of {@code r_info}
     */
    public record Relocation(
            int table, long offset, long symbolIndex, long typeNumber, String type, String symbol, long addend) {}

    /** One symbol; {@code section} is readelf's word for {@code st_shndx}. */
    public record Symbol(
            int index,
            long value,
            long size,
            String type,
            String binding,
            String visibility,
            String section,
            String name) {}

    /** Runs readelf on a file. */
    public static Readelf of(Path file) throws IOException {
        List<Section> sections = new ArrayList<>();
        List<Relocation> relocations = new ArrayList<>();
        List<Symbol> symbols = new ArrayList<>();
        int table = 0;
        for (String line : Program.output("readelf", "-SrsW", file.toString()).split("\n", -1)) {
            Matcher matcher = SECTION.matcher(line);
            if (matcher.matches()) {
                sections.add(section(matcher));
                continue;
            }
            matcher = TABLE.matcher(line);
            if (matcher.matches()) {
                table = tableAt(sections, Long.parseLong(matcher.group(2), 16));
                continue;
            }
            matcher = SYMBOL.matcher(line);
            if (matcher.matches()) {
                symbols.add(symbol(matcher));
                continue;
            }
            matcher = RELOCATION.matcher(line);
            if (matcher.matches()) {
                relocations.add(relocation(table, matcher));
            } else if (line.contains("Warning") || line.contains("Error")) {
                throw new AssertionError("readelf says of " + file + ": " + line);
            }
        }
        return new Readelf(sections, relocations, symbols);
    }

    private static Section section(Matcher matcher) {
        return new Section(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2),
                matcher.group(3),
                hex(matcher.group(4)),
                hex(matcher.group(5)),
                hex(matcher.group(6)),
                hex(matcher.group(7)),
                matcher.group(8),
                Long.parseLong(matcher.group(9)),
                Long.parseLong(matcher.group(10)),
                Long.parseLong(matcher.group(11)));
    }

    private static int tableAt(List<Section> sections, long offset) {
        for (Section section : sections) {
            if (section.type().equals("RELA") && section.offset() == offset && section.size() > 0) {
                return section.index();
            }
        }
        throw new AssertionError("no relocations at 0x" + Long.toHexString(offset));
    }

    private static Relocation relocation(int table, Matcher matcher) {
        Matcher sum = ADDEND.matcher(matcher.group(4).strip());
        if (!sum.matches()) {
            throw new AssertionError("no addend in: " + matcher.group());
        }
        long info = hex(matcher.group(2));
        long addend = hex(sum.group(3));
        return new Relocation(
                table,
                hex(matcher.group(1)),
                info >>> 32,
                info & 0xFFFF_FFFFL,
                matcher.group(3),
                sum.group(1) == null ? "" : sum.group(1),
                "-".equals(sum.group(2)) ? -addend : addend);
    }

    private static Symbol symbol(Matcher matcher) {
        return new Symbol(
                Integer.parseInt(matcher.group(1)),
                hex(matcher.group(2)),
                Long.decode(matcher.group(3)),
                matcher.group(4),
                matcher.group(5),
                matcher.group(6),
                matcher.group(7),
                matcher.group(8));
    }

    private static long hex(String text) {
        return Long.parseUnsignedLong(text, 16);
    }

    /** The section that the relocations of a table change. */
    public Section target(Relocation relocation) {
        return sections.get((int) sections.get(relocation.table()).info());
    }
}
