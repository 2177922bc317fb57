package dev.klp.processor.javasource;

import java.util.List;
import java.util.Optional;

/**
 * A Java file with C text in it.
 *
 * @param below the file below the folder of sources: {@code demo/P.java}
 * @param text its content
 * @param line the line on which the expression begins that gives the C text; 0 where the compiler does not tell
 */
public record JavaFile(String below, String text, int line) {
    /** The literal with a value; empty if there is none, or more than one and nothing says which. */
    public Optional<JavaLiteral> literal(String value) {
        List<JavaLiteral> equal = JavaLiterals.of(text).stream()
                .filter(literal -> literal.value().equals(value))
                .toList();
        if (equal.size() == 1) {
            return Optional.of(equal.get(0));
        }
        return line == 0
                ? Optional.empty()
                : equal.stream().filter(literal -> literal.line() >= line).findFirst();
    }
}
