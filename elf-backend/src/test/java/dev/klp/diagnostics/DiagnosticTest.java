package dev.klp.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
        List<String> dense = IntStream.range(1, DiagnosticCode.values().length)
                .mapToObj("KLP%03d"::formatted)
                .collect(Collectors.toCollection(ArrayList::new));
        dense.add("KLP999");
        assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id))
                .containsExactlyElementsOf(dense);
    }

    @Test
    void keysAreTheNamesInWords() {
        assertThat(DiagnosticCode.values())
                .allSatisfy(code -> assertThat(code.key())
                        .isEqualTo(code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
