package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.OwnReading;
import dev.klp.testing.Program;
import dev.klp.testing.Readelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the livepatch core would do with a module, as readelf shows it: one line per relocation. */
final class LivepatchTable {
    private static final String PREFIX = ".klp.rela.";

    private LivepatchTable() {}

    /**
     * Every relocation as {@code object section offset type symbol addend}, after checking that its section has the shape that
     * the format prescribes.
     */
    static List<String> of(Path module) throws IOException {
        Readelf readelf = Readelf.of(module);
        List<String> lines = new ArrayList<>();
        for (Readelf.Relocation relocation : readelf.relocations()) {
            Readelf.Section table = readelf.sections().get(relocation.table());
            if (!table.flags().contains("o")) {
                continue;
            }
            Readelf.Section target = readelf.target(relocation);
            Readelf.Symbol symbol = readelf.symbols().get((int) relocation.symbolIndex());
            int end = table.name().indexOf('.', PREFIX.length());
            String object = table.name().substring(PREFIX.length(), end);
            assertThat(table.name()).isEqualTo(PREFIX + object + "." + target.name());
            assertThat(List.of(table.type(), table.entrySize(), table.alignment()))
                    .isEqualTo(List.of("RELA", 24L, 8L));
            assertThat(readelf.sections().get((int) table.link()).type()).isEqualTo("SYMTAB");
            assertThat(List.of(symbol.section(), symbol.value(), symbol.size()))
                    .isEqualTo(List.of("OS [0xff20]", 0L, 0L));
            lines.add("%s %s 0x%x %s %s %d"
                    .formatted(
                            object,
                            target.name(),
                            relocation.offset(),
                            relocation.type(),
                            symbol.name(),
                            relocation.addend()));
        }
        return lines;
    }

    /** Checks what holds for every converted module, whatever was in it. */
    static void assertSound(Path module) throws IOException {
        Readelf readelf = Readelf.of(module);
        assertThat(OwnReading.of(module)).isEqualTo(readelf);
        Set<List<Object>> places = new HashSet<>();
        for (Readelf.Section section : readelf.sections()) {
            assertThat(section.name()).doesNotContain(".klp.module_relocs.");
            if (section.type().equals("RELA")) {
                assertThat(section.size()).as(section.name()).isPositive();
                if (section.name().startsWith(PREFIX)) {
                    assertThat(section.flags()).isEqualTo("AIo");
                    assertThat(places.add(List.of(section.name(), section.info())))
                            .as("one section for %s", section.name())
                            .isTrue();
                }
            }
        }
        for (Readelf.Symbol symbol : readelf.symbols()) {
            assertThat(symbol.name()).doesNotStartWith(".klp.sym.rela.");
            assertThat(symbol.section().startsWith("OS"))
                    .isEqualTo(symbol.name().startsWith(".klp.sym."));
        }
        assertLint(module, readelf);
    }

    /**
     * elfutils knows nothing of livepatching, and takes no {@code R_X86_64_NONE} in a relocatable file; beyond that it must find
     * no fault.
     */
    private static void assertLint(Path module, Readelf readelf) throws IOException {
        Set<String> emptied = readelf.relocations().stream()
                .filter(relocation -> relocation.typeNumber() == 0)
                .map(relocation -> "section [%2d] '%s': relocation 0: relocation type invalid for the file type"
                        .formatted(
                                relocation.table(),
                                readelf.sections().get(relocation.table()).name()))
                .collect(Collectors.toSet());
        Program.Result lint = Program.run("eu-elflint", "--gnu-ld", module.toString());
        List<String> complaints = lint.output()
                .lines()
                .filter(line -> !line.matches(".*: symbol \\d+ \\(\\.klp\\.sym\\..*\\): invalid section index"))
                .filter(line -> !line.matches(".*'\\.klp\\.rela\\..*' contains unknown flag\\(s\\) 0x100000"))
                .filter(line -> !line.matches(".*unknown object file note type .* 'Linux' .*"))
                .filter(line -> !line.equals("No errors") && !emptied.contains(line))
                .toList();
        assertThat(complaints).isEmpty();
    }
}
