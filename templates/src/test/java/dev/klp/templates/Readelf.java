package dev.klp.templates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What binutils says of a module. */
record Readelf(Path file) {
    private static final Pattern SECTION = Pattern.compile(
            "\\s*\\[\\s*\\d+\\] (\\S+)\\s+([A-Z]+)\\s+\\S+ \\S+ ([0-9a-f]+) \\S+\\s+([A-Zolxp]*)\\s+\\d+\\s+\\d+\\s+(\\d+)");
    private static final Pattern SYMBOL =
            Pattern.compile("\\s*\\d+: \\S+\\s+\\S+ \\S+\\s+(LOCAL|GLOBAL|WEAK)\\s+\\S+\\s+(\\S+) (\\S+)");
    private static final Pattern RELOCATION =
            Pattern.compile("([0-9a-f]{16})\\s+\\S+\\s+(R_\\S+)\\s+\\S+ (\\S+) \\+ 0");

    static Readelf of(Path file) {
        return new Readelf(file);
    }

    Map<String, String> sections() {
        Map<String, String> sections = new TreeMap<>();
        for (Matcher line : matches(SECTION, "-SW")) {
            sections.put(
                    line.group(1),
                    "%s %s size %d align %s"
                            .formatted(
                                    line.group(2), line.group(4), Integer.parseInt(line.group(3), 16), line.group(5)));
        }
        return sections;
    }

    List<String> undefined() {
        return matches(SYMBOL, "-sW").stream()
                .filter(symbol -> symbol.group(2).equals("UND"))
                .map(symbol -> symbol.group(3))
                .toList();
    }

    String binding(String symbol) {
        return matches(SYMBOL, "-sW").stream()
                .filter(line -> line.group(3).equals(symbol))
                .map(line -> line.group(1))
                .findFirst()
                .orElse("missing");
    }

    /** The relocations of a section as {@code offset type symbol}. */
    List<String> relocations(String section) {
        List<String> relocations = new ArrayList<>();
        boolean inside = false;
        for (String line : run("-rW").lines()) {
            if (line.startsWith("Relocation section")) {
                inside = line.contains("'.rela" + section + "'");
            }
            Matcher matcher = RELOCATION.matcher(line);
            if (inside && matcher.matches()) {
                relocations.add(
                        "%x %s %s".formatted(Long.parseLong(matcher.group(1), 16), matcher.group(2), matcher.group(3)));
            }
        }
        return relocations;
    }

    /** A section's content as little-endian 32-bit words. */
    List<Long> words(String section) {
        List<Long> words = new ArrayList<>();
        for (Matcher line : matches(Pattern.compile("\\s+0x[0-9a-f]{8} ((?:[0-9a-f]{8} ){1,4}).*"), "-x", section)) {
            for (String word : line.group(1).trim().split(" ")) {
                words.add(Integer.toUnsignedLong(Integer.reverseBytes(HexFormat.fromHexDigits(word))));
            }
        }
        return words;
    }

    private List<Matcher> matches(Pattern pattern, String... options) {
        return run(options).lines().stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private Command run(String... options) {
        List<String> words = new ArrayList<>(List.of("readelf"));
        words.addAll(List.of(options));
        words.add(file.toString());
        return Command.run(Path.of("/"), words.toArray(String[]::new)).succeeds();
    }
}
