package dev.klp.livepatch.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.klp.diagnostics.DiagnosticCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every mistake that the rules know is in the table of verdicts: with a module that the kernel is asked about, or with a reason. */
class VerdictTableTest {
    private static final Pattern ROW = Pattern.compile("\\| (KLP\\d{3}) \\| (.+) \\|");
    private static final Pattern MODULE = Pattern.compile("`([a-z0-9-]+)`");
    private static final String UNASKED = "not asked: ";

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        try (var in = VerdictTableTest.class.getResourceAsStream("/dev/klp/livepatch/coverage.md")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    assertThat(rows.put(row.group(1), row.group(2))).as(line).isNull();
                }
            }
        }
        return rows;
    }

    private static Set<String> codesOfTheRules() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.klp.livepatch.verify")
                        .stream()
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                        .map(JavaFieldAccess::getTarget)
                        .filter(field -> field.getOwner().isEquivalentTo(DiagnosticCode.class)
                                && field.getRawType().isEquivalentTo(DiagnosticCode.class))
                        .map(field -> DiagnosticCode.valueOf(field.getName()).id())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMistakeHasARowAndNoOther() throws IOException {
        Set<String> codes = codesOfTheRules();
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (code.isOfModules()) {
                codes.add(code.id());
            }
        }
        assertThat(rows().keySet()).containsExactlyElementsOf(codes);
    }

    @Test
    void everyRowNamesTheModulesOfItsCodeOrAReason() throws IOException {
        Map<String, String> asked = KernelVerdictIT.asked();
        Set<String> named = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        rows().forEach((code, text) -> {
            Matcher module = MODULE.matcher(text);
            int count = 0;
            while (module.find()) {
                count++;
                named.add(module.group(1));
                if (!code.equals(asked.get(module.group(1)))) {
                    wrong.add(code + " names " + module.group(1));
                }
            }
            if ((count == 0) != text.startsWith(UNASKED)) {
                wrong.add(code + " names neither modules nor a reason");
            }
        });
        asked.forEach((module, code) -> {
            if (!code.isEmpty() && !named.contains(module)) {
                wrong.add(module + " is not in the row of " + code);
            }
        });
        assertThat(wrong).isEmpty();
    }
}
