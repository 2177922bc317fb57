package dev.klp.processor.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what is listed more than once. */
final class Duplicates {
    private Duplicates() {}

    /** Hands every item to {@code report} that has the key of another one; all of them, because either may be wrong. */
    static <T> void forEach(Stream<T> items, Function<T, ?> key, Consumer<T> report) {
        Map<Object, List<T>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(key.apply(item), unused -> new ArrayList<>())
                .add(item));
        groups.values().stream().filter(group -> group.size() > 1).forEach(group -> group.forEach(report));
    }
}
