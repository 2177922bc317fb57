package dev.klp.processor.spec;

import java.util.stream.Stream;

/** One {@code @KlpCallbacks} as it is written; an empty name says that there is no such callback. */
public record CallbacksSpec(
        Positioned<String> prePatch,
        Positioned<String> postPatch,
        Positioned<String> preUnpatch,
        Positioned<String> postUnpatch) {
    static CallbacksSpec of(Members members) {
        return new CallbacksSpec(
                members.string("prePatch"),
                members.string("postPatch"),
                members.string("preUnpatch"),
                members.string("postUnpatch"));
    }

    /** Those of two patches for one object; of a kind that both have, the first one's. */
    static CallbacksSpec merge(CallbacksSpec first, CallbacksSpec second) {
        return new CallbacksSpec(
                given(first.prePatch, second.prePatch),
                given(first.postPatch, second.postPatch),
                given(first.preUnpatch, second.preUnpatch),
                given(first.postUnpatch, second.postUnpatch));
    }

    private static Positioned<String> given(Positioned<String> first, Positioned<String> second) {
        return first.value().isEmpty() ? second : first;
    }

    /** The callbacks that there are. */
    public Stream<Positioned<String>> named() {
        return Stream.of(prePatch, postPatch, preUnpatch, postUnpatch)
                .filter(callback -> !callback.value().isEmpty());
    }
}
