package dev.klp.processor.javasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaLiteralsTest {
    @Test
    void findsLiteralsAndWhereTheirLinesAre() {
        List<JavaLiteral> literals = JavaLiterals.of("""
                // "no literal"
                /* "none"
                   either */ char quote = '"';
                String a = "x\\ty\\n\\101\\0",
                       b = ""\"
                           first \\
                           goes on
                             second\\nthird \\\""\" ""\";
                """);

        assertThat(literals)
                .containsExactly(
                        new JavaLiteral(4, "x\ty\nA\0", List.of(4, 4)),
                        new JavaLiteral(5, "first goes on\n  second\nthird \"\"\"", List.of(6, 8, 8)));
    }

    @Test
    void takesEveryKindOfLineEndAndTextThatIsNotJava() {
        assertThat(JavaLiterals.of("\r\n\rx(\"\"\"\r\n  a\r  b\r\n  \"\"\""))
                .containsExactly(new JavaLiteral(3, "a\nb\n", List.of(4, 5, 6)));
        assertThat(JavaLiterals.of("\"open\n'")).isEmpty();
        assertThat(JavaLiterals.of("\"\"\"\nopen \\")).isEmpty();
        assertThat(JavaLiterals.of("/* open")).isEmpty();
        assertThat(JavaLiterals.of("\"\\")).isEmpty();
    }

    @Test
    void tellsEqualLiteralsApartByTheLineOfTheExpression() {
        String text = "a(\"x\");\nb(\n\"x\");\n";

        assertThat(new JavaFile("A.java", text, 2).literal("x"))
                .hasValueSatisfying(literal -> assertThat(literal.line()).isEqualTo(3));
        assertThat(new JavaFile("A.java", text, 0).literal("x")).isEmpty();
        assertThat(new JavaFile("A.java", text, 0).literal("y")).isEmpty();
    }
}
