package dev.klp.processor.spec;

import java.util.stream.Stream;

/**
 * One {@code @KlpHook} as it is written.
 *
 * @param position the annotation
 * @param init the function to call first, empty for none
 * @param exit the function that undoes it, empty for none
 */
public record HookSpec(Position position, Positioned<String> init, Positioned<String> exit) {
    static HookSpec of(Members members) {
        return new HookSpec(members.position(), members.string("init"), members.string("exit"));
    }

    /** The functions that there are. */
    public Stream<Positioned<String>> named() {
        return Stream.of(init, exit).filter(function -> !function.value().isEmpty());
    }
}
