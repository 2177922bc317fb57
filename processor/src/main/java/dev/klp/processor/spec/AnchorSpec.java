package dev.klp.processor.spec;

import java.util.List;

/**
 * What tells one of several symbols of a name from the others, where it is not its number.
 *
 * @param near names of which one stands beside the symbol, each at its array entry
 * @param file the C file that defines it, empty for none
 */
public record AnchorSpec(List<Positioned<String>> near, Positioned<String> file) {
    public AnchorSpec {
        near = List.copyOf(near);
    }

    /** Whether the author gave any. */
    public boolean given() {
        return !near.isEmpty() || !file.value().isEmpty();
    }

    /** Where it is written. */
    public Position position() {
        return near.isEmpty() ? file.position() : near.get(0).position();
    }

    /** Of a symbol that is the only one of its name. */
    static AnchorSpec none(Position position) {
        return new AnchorSpec(List.of(), new Positioned<>("", position, false));
    }

    /** Everything that it says, to compare. */
    List<Object> withoutPlace() {
        return List.of(near.stream().map(Positioned::value).toList(), file.value());
    }

    static AnchorSpec of(Members members) {
        return new AnchorSpec(members.strings("near"), members.string("file"));
    }
}
