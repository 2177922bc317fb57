package dev.klp.processor.javasource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.templates.model.RelativePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeTextTest {
    private static final RelativePath FILE = new RelativePath("demo/P.java");

    @Test
    void leavesTextAloneWhoseLinesFollowEachOther() {
        assertThat(text("a\nb\n", 5, 6, 7)).isEqualTo("a\nb\n");
        assertThat(text("a\nb", 5, 6)).isEqualTo("a\nb\n");
    }

    @Test
    void saysTheLineAgainWhereItIsAnother() {
        assertThat(text("a\nb\nc", 5, 5, 7)).isEqualTo("""
                a
                #line 5 "demo/P.java"
                b
                #line 7 "demo/P.java"
                c
                """);
    }

    @Test
    void saysNothingInsideOfCommentsAndLinesThatGoOn() {
        assertThat(text("a /* \"\nb // */ '\\'' \"/*\"\nc\\\nd\ne", 1, 1, 1, 1, 1))
                .isEqualTo("""
                a /* "
                b // */ '\\'' "/*"
                #line 1 "demo/P.java"
                c\\
                d
                #line 1 "demo/P.java"
                e
                """);
        assertThat(text("// /*\nb", 1, 1)).isEqualTo("// /*\n#line 1 \"demo/P.java\"\nb\n");
    }

    private static String text(String value, Integer... lines) {
        return CodeText.of(new JavaLiteral(1, value, List.of(lines)), FILE);
    }
}
