package dev.klp.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticPageTest {
    private static final Path PAGES = Path.of("src/main/resources/dev/klp/diagnostics");

    @ParameterizedTest
    @EnumSource
    void saysWhatHappensWhyTheRepairAndHowToSilence(DiagnosticCode code) {
        String page = DiagnosticPage.of(code).orElse("there is no " + code.id() + ".md");

        assertThat(page.lines().findFirst())
                .hasValue("# " + code.id() + " " + code.key() + " ("
                        + code.severity().name().toLowerCase(Locale.ROOT) + ")");
        List<String> sections = List.of(page.split("(?m)^#+ .*$"));
        assertThat(page.lines().filter(line -> line.startsWith("## ")))
                .containsExactly("## What happens", "## Why", "## Repair", "## Silence");
        assertThat(sections.subList(1, sections.size()))
                .hasSize(5)
                .allSatisfy(section -> assertThat(section).isNotBlank());
        if (code.isOfModules()) {
            assertThat(sections.get(5))
                    .contains(
                            code.severity() == Severity.ERROR
                                    ? "`klp convert --force=" + code.id() + "`"
                                    : "`klp verify` at 0");
        } else if (code.severity() == Severity.WARNING && code != DiagnosticCode.UNKNOWN_OPTION) {
            assertThat(sections.get(5)).contains("@SuppressWarnings(\"klp:" + code.key() + "\")");
        } else {
            assertThat(sections.get(5)).doesNotContain("@SuppressWarnings");
        }
    }

    @Test
    void everyPageIsThatOfACode() throws IOException {
        Set<String> ids = Arrays.stream(DiagnosticCode.values())
                .map(code -> code.id() + ".md")
                .collect(Collectors.toSet());
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString())).isSubsetOf(ids);
        }
    }
}
