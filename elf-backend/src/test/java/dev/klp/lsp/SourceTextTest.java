package dev.klp.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    private final SourceText text = new SourceText("ab\r\nc\rde\n\uD83D\uDE00f");

    @Test
    void everyLineEndCounts() {
        assertThat(text.offset(new Position(0, 1))).isEqualTo(1);
        assertThat(text.offset(new Position(1, 0))).isEqualTo(4);
        assertThat(text.offset(new Position(2, 1))).isEqualTo(7);
        assertThat(text.range(4, 7)).isEqualTo(new Range(new Position(1, 0), new Position(2, 1)));
    }

    @Test
    void charactersAreThoseOfUtf16() {
        assertThat(text.offset(new Position(3, 2))).isEqualTo(11);
    }

    @Test
    void positionsOutsideAreTheNearestInside() {
        assertThat(text.offset(new Position(1, 99))).isEqualTo(5);
        assertThat(text.offset(new Position(99, 0))).isEqualTo(12);
        assertThat(text.offset(new Position(-1, -1))).isZero();
    }
}
