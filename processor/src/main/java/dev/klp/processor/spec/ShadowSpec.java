package dev.klp.processor.spec;

import java.util.List;

/** One {@code @KlpShadow} as it is written; an empty function says that there is none. */
public record ShadowSpec(
        Positioned<String> name,
        Positioned<Long> id,
        Positioned<String> object,
        Positioned<String> type,
        Positioned<String> ctor,
        Positioned<String> dtor) {
    static ShadowSpec of(Members members) {
        return new ShadowSpec(
                members.string("name"),
                members.longInteger("id"),
                members.string("object"),
                members.string("type"),
                members.string("ctor"),
                members.string("dtor"));
    }

    /** Everything that it says, to compare. */
    List<Object> withoutPlace() {
        return List.of(identity(), ctor.value(), dtor.value());
    }

    /** What it is apart from its place in the source: two patches that agree in it share one variable. */
    public ShadowIdentity identity() {
        return new ShadowIdentity(id.value(), name.value(), object.value(), type.value());
    }
}
