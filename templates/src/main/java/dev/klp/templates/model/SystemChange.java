package dev.klp.templates.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a patch changes in the running system beside code, and what outlives it.
 *
 * @param states what later patches take over, no two of one id or name
 * @param shadows variables attached to objects of the kernel, no two of one id or name
 */
public record SystemChange(List<SystemState> states, List<ShadowVariable> shadows) {
    /** A patch that changes code alone. */
    public static final SystemChange NONE = new SystemChange(List.of(), List.of());

    public SystemChange {
        states = List.copyOf(states);
        shadows = List.copyOf(shadows);
        requireDistinct(states, SystemState::id);
        requireDistinct(states, SystemState::name);
        requireDistinct(shadows, ShadowVariable::id);
        requireDistinct(shadows, ShadowVariable::name);
    }

    private static <T, K> void requireDistinct(List<T> items, Function<T, K> key) {
        Set<K> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(key.apply(item))) {
                throw new IllegalArgumentException("given twice: " + key.apply(item));
            }
        }
    }
}
