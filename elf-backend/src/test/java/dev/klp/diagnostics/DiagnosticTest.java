package dev.klp.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    @Test
    void printsCodeTextAndHints() {
        Diagnostic<String> diagnostic = Diagnostic.of(
                DiagnosticCode.OBJECT_NAME, "here", "it is wrong", Hint.note("as seen"), Hint.help("write it right"));
        assertThat(diagnostic.message()).isEqualTo("[KLP008] it is wrong\nnote: as seen\nhelp: write it right");
        assertThat(diagnostic.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void quotesForeignTextOnOneLine() {
        assertThat(Quote.of("a\nb\u200e")).isEqualTo("'a\\u000Ab\\u200E'");
        assertThat(Quote.of("x".repeat(80))).isEqualTo("'" + "x".repeat(80) + "'");
        assertThat(Quote.of("x".repeat(81))).isEqualTo("'" + "x".repeat(80) + "…'");
    }

    /** Numbers may be left out, as those of one area stand together; none is given twice, and 501 on are of built modules. */
    @Test
    void codesAscendAndSayWhatTheyAreOf() {
        for (boolean ofModules : new boolean[] {false, true}) {
            List<String> ids = Arrays.stream(DiagnosticCode.values())
                    .filter(code -> code != DiagnosticCode.INTERNAL && code.isOfModules() == ofModules)
                    .map(DiagnosticCode::id)
                    .toList();
            assertThat(ids)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id.matches(ofModules ? "KLP5[0-9]{2}" : "KLP[0-4][0-9]{2}"));
        }
        assertThat(DiagnosticCode.INTERNAL.id()).isEqualTo("KLP999");
    }

    @Test
    void keysAreTheNamesInWords() {
        assertThat(DiagnosticCode.values())
                .allSatisfy(code -> assertThat(code.key())
                        .isEqualTo(code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
