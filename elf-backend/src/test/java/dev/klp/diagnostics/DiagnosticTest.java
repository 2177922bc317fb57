package dev.klp.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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

    @Test
    void codesAreDense() {
        for (boolean ofModules : new boolean[] {false, true}) {
            List<String> ids = Arrays.stream(DiagnosticCode.values())
                    .filter(code -> code != DiagnosticCode.INTERNAL && code.isOfModules() == ofModules)
                    .map(DiagnosticCode::id)
                    .toList();
            assertThat(ids)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, ids.size())
                            .mapToObj(number -> "KLP%03d".formatted(number + (ofModules ? 500 : 0)))
                            .toList());
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
