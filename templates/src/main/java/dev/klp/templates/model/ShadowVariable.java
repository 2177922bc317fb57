package dev.klp.templates.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shadow variable (since Linux 4.15).
 *
 * @param name the end of the names of its functions in C
 * @param id its number, an {@code unsigned long}
 * @param object the type of what it is attached to
 * @param type its own type
 * @param ctor {@code int f(object *, type *, void *)}, or null
 * @param dtor {@code void f(object *, type *)}, or null
 */
public record ShadowVariable(
        CIdentifier name,
        long id,
        CType object,
        CType type,
        @Nullable CIdentifier ctor,
        @Nullable CIdentifier dtor) {
    /** The structures and unions that its declarations mention. */
    public List<String> tags() {
        return Stream.of(object, type).map(CType::tags).flatMap(List::stream).toList();
    }
}
