package dev.klp.processor.csource;

import java.util.List;

/**
 * A function that a C file defines.
 *
 * @param name its name
 * @param place where its name stands
 * @param returned the words before its name, {@code static} and the like included
 * @param parameters the tokens of each parameter; none for {@code (void)}
 */
public record CFunction(String name, Place place, List<Token> returned, List<List<Token>> parameters) {
    public CFunction {
        returned = List.copyOf(returned);
        parameters = parameters.stream().map(List::copyOf).toList();
    }
}
