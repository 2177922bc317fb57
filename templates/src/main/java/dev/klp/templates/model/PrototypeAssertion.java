package dev.klp.templates.model;

import java.util.List;

/** What the unit says of a new function's type. */
public sealed interface PrototypeAssertion {
    /**
     * The compiler compares it with the type of the function that is replaced.
     *
     * @param tags the structures and unions that the condition names, with their keyword; declared first, because a tag
     *     that is met first inside a parameter list is a type of its own (C11 6.2.1)
     * @param condition a constant expression of C
     * @param failure what the compiler prints if the condition does not hold
     */
    record Compared(List<String> tags, String condition, String failure) implements PrototypeAssertion {
        public Compared {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Nothing is compared.
     *
     * @param reason why not, for a comment
     */
    record LeftOut(String reason) implements PrototypeAssertion {}
}
