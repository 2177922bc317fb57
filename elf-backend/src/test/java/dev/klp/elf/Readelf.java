package dev.klp.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code readelf -SrsW} says of a file, in the words of readelf, so that it can be compared field by field.
 *
 * @param sections one line per section header
 * @param symbols one list of lines per symbol table, by the table's name
 * @param relocations one list of lines per relocation section in the order of the file, by name and file offset
 */
public record Readelf(List<String> sections, Map<String, List<String>> symbols, Map<String, List<String>> relocations) {
    private static final Pattern SECTION = Pattern.compile("^ +\\[ *(\\d+)\\] (.*)$");
    private static final Pattern TABLE =
            Pattern.compile("^(?:Relocation section '(.*)' at offset (0x\\p{XDigit}+) contains \\d+ entr(?:y|ies):"
                    + "|Symbol table '(.*)' contains \\d+ entr(?:y|ies):)$");

    /** Everything, one fact per line, so that the first difference is a line that a person can read. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(sections);
        symbols.forEach((table, entries) -> entries.forEach(entry -> lines.add(table + ": " + entry)));
        relocations.forEach((table, entries) -> entries.forEach(entry -> lines.add(table + ": " + entry)));
        return lines;
    }

    /** Fails at the first difference. */
    public static void requireEqual(String file, Readelf ours, Readelf theirs) {
        List<String> expected = theirs.lines();
        List<String> actual = ours.lines();
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertThat(actual.get(i)).as(file).isEqualTo(expected.get(i));
        }
        assertThat(actual).as(file).hasSameSizeAs(expected);
    }

    /** The relocation type's name, after offset and info; its number is part of the info. */
    private static final String TYPE_NAME = "^(\\p{XDigit}+ \\p{XDigit}+) \\S+";

    public static Readelf of(Path file) {
        return parse(Toolchain.run("readelf", "-SrsW", file));
    }

    /** A line with single spaces: columns move with the length of names. */
    static String words(String line) {
        return line.strip().replaceAll(" +", " ");
    }

    static Readelf parse(String output) {
        Readelf parsed = new Readelf(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        List<String> lines = new ArrayList<>();
        boolean inSections = false;
        boolean inRelocations = false;
        for (String line : output.lines().toList()) {
            if (line.contains("Warning:") || line.contains("Error:")) {
                throw new AssertionError("readelf complains: " + line);
            }
            Matcher table = TABLE.matcher(line);
            if (line.equals("Section Headers:")) {
                inSections = true;
            } else if (line.startsWith("Key to Flags:")) {
                inSections = false;
            } else if (table.matches()) {
                lines = new ArrayList<>();
                if (table.group(1) != null) {
                    inRelocations = true;
                    parsed.relocations.put(table.group(1) + "@" + table.group(2), lines);
                } else {
                    inRelocations = false;
                    parsed.symbols.put(table.group(3), lines);
                }
            } else if (inSections && SECTION.matcher(line).matches() && !line.contains("] Name")) {
                parsed.sections.add(words(line));
            } else if (line.isBlank()) {
                lines = new ArrayList<>();
            } else if (!line.contains("Offset") && !line.contains("Num:")) {
                lines.add(inRelocations ? words(line).replaceFirst(TYPE_NAME, "$1") : words(line));
            }
        }
        return parsed;
    }
}
