package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.DiagnosticPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code catalogue.md} to what there is: every mistake has its codes, their pages and their cases. */
class CatalogueTest {
    private static final Path CATALOGUE = Path.of("src/test/resources/catalogue.md");
    /** What the generated code does right whatever the author writes. */
    private static final Set<String> GENERATED = Set.of("S16", "S21");
    /** What no check at compile time can find; the line says what covers it. */
    private static final Set<String> COVERED = Set.of("L6", "I13", "I14", "I20", "I21", "I22", "I23");
    /** What is known to be missing. */
    private static final Set<String> MISSING = Set.of();

    private record Row(String id, List<String> codes, List<String> cases, String mistake) {}

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(CATALOGUE).stream()
                .filter(line -> line.matches("\\| [SLIB]\\d+ \\|.*"))
                .map(line -> line.split(" *\\| *"))
                .map(cells -> new Row(cells[1], words(cells[2]), words(cells[3]), cells[4]))
                .toList();
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(", "));
    }

    @Test
    void everyMistakeHasItsLine() throws IOException {
        List<String> ids = new ArrayList<>();
        IntStream.rangeClosed(1, 22).forEach(number -> ids.add("S" + number));
        IntStream.rangeClosed(1, 6).forEach(number -> ids.add("L" + number));
        IntStream.rangeClosed(1, 25).forEach(number -> ids.add("I" + number));
        ids.add("B4");
        assertThat(rows()).extracting(Row::id).containsExactlyElementsOf(ids);
        assertThat(rows()).extracting(Row::mistake).noneMatch(String::isBlank);
    }

    @Test
    void exceptionsAreThoseThatAreKnown() throws IOException {
        assertThat(withoutCodes("generated")).isEqualTo(GENERATED);
        assertThat(withoutCodes("covered")).isEqualTo(COVERED);
        assertThat(withoutCodes("missing")).isEqualTo(MISSING);
    }

    private static Set<String> withoutCodes(String word) throws IOException {
        Set<String> ids = new TreeSet<>();
        rows().stream().filter(row -> row.codes().equals(List.of(word))).forEach(row -> ids.add(row.id()));
        return ids;
    }

    @Test
    void everyOtherLineHasCodesWithPagesAndFailingAndRepairedCases() throws IOException {
        List<Row> rows = rows().stream()
                .filter(row -> Stream.of(GENERATED, COVERED, MISSING).noneMatch(ids -> ids.contains(row.id())))
                .toList();
        for (Row row : rows) {
            assertThat(row.codes()).as(row.id()).isNotEmpty();
            assertThat(row.cases()).as(row.id()).isNotEmpty();
            StringBuilder provoked = new StringBuilder();
            for (String name : row.cases()) {
                Path folder = CaseTest.CASES.resolve(name);
                provoked.append(Files.readString(folder.resolve("expected/diagnostics.txt")));
                assertThat(folder.resolve("repaired")).as(row.id()).isDirectory();
            }
            for (String id : row.codes()) {
                assertThat(code(id))
                        .as(row.id() + ": " + id)
                        .isNotEmpty()
                        .allSatisfy(code -> assertThat(DiagnosticPage.of(code)).isPresent());
                assertThat(provoked.toString()).as(row.id()).contains("[" + id + "]");
            }
        }
    }

    private static List<DiagnosticCode> code(String id) {
        return Arrays.stream(DiagnosticCode.values())
                .filter(code -> code.id().equals(id))
                .toList();
    }
}
