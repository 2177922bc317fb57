package dev.klp.processor.javasource;

import java.util.List;

/**
 * A string literal or a text block.
 *
 * @param line the line on which it begins, from 1
 * @param value what it stands for
 * @param lines for each line of the value, the line of the Java file on which it begins
 */
public record JavaLiteral(int line, String value, List<Integer> lines) {
    public JavaLiteral {
        lines = List.copyOf(lines);
    }
}
