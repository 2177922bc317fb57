package dev.klp.processor.spec;

/** One {@code @KlpState} as it is written. */
public record StateSpec(Positioned<String> name, Positioned<Long> id, Positioned<Integer> version) {
    static StateSpec of(Members members) {
        return new StateSpec(members.string("name"), members.longInteger("id"), members.integer("version"));
    }
}
