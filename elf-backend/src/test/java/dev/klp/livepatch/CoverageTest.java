package dev.klp.livepatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** The table of checks and weak spots names a test for each, and every test that it names exists. */
class CoverageTest {
    private static final Pattern ROW = Pattern.compile("\\| ([AB]\\.\\d/\\S+) \\| [^|]+ \\| ([^|]*) \\|");
    /** How many rows each part has; that of the kernel's checks has one more, for special sections. */
    private static final Map<String, Integer> PARTS =
            Map.of("A.3", 12, "B.1", 22, "B.2", 6, "B.3", 4, "B.4", 7, "B.5", 6);

    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        try (var in = CoverageTest.class.getResourceAsStream("coverage.md")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    List<String> tests = Arrays.stream(row.group(2).split(",", -1))
                            .map(String::strip)
                            .filter(test -> !test.isEmpty())
                            .toList();
                    assertThat(rows.put(row.group(1), tests)).as(row.group(1)).isNull();
                }
            }
        }
        return rows;
    }

    @Test
    void everyRowIsThere() throws IOException {
        Set<String> expected = new TreeSet<>(Set.of("A.3/special"));
        PARTS.forEach((part, count) -> {
            for (int i = 1; i <= count; i++) {
                expected.add(part + "/" + i);
            }
        });
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        Map<String, JavaClass> classes = new HashMap<>();
        new ClassFileImporter().importPackages("dev.klp").forEach(type -> classes.put(type.getSimpleName(), type));
        List<String> missing = new ArrayList<>();
        rows().forEach((row, tests) -> {
            if (tests.isEmpty()) {
                missing.add(row + " names no test");
            }
            for (String test : tests) {
                String[] parts = test.split("#", 2);
                JavaClass type = classes.get(parts[0]);
                boolean exists = type != null
                        && type.getMethods().stream()
                                .anyMatch(method -> method.isMetaAnnotatedWith(Testable.class)
                                        && (parts.length == 1
                                                || method.getName().equals(parts[1])));
                if (!exists) {
                    missing.add(row + " names " + test);
                }
            }
        });
        assertThat(missing).isEmpty();
    }
}
