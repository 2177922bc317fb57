package dev.klp.processor.check;

import dev.klp.processor.spec.CallbacksSpec;
import dev.klp.processor.spec.FunctionSpec;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.ShadowSpec;
import dev.klp.templates.backend.LivepatchFeature;
import dev.klp.templates.model.KernelVersion;
import java.util.stream.Stream;

/** A place of a patch that asks for something which not every kernel has. */
record FeatureUse(LivepatchFeature feature, Position position) {
    /** All of them. A position of a symbol that is only computed is not among them. */
    static Stream<FeatureUse> of(PatchSpec patch) {
        return Stream.of(
                        flags(
                                LivepatchFeature.REPLACE,
                                Stream.of(patch.replace()).filter(Positioned::given)),
                        immediate(patch),
                        patch.functions()
                                .map(FunctionSpec::sympos)
                                .filter(sympos -> sympos.value() != 0)
                                .map(sympos -> new FeatureUse(LivepatchFeature.SYMPOS, sympos.position())),
                        patch.relocations()
                                .map(relocation -> new FeatureUse(
                                        LivepatchFeature.RELOCATIONS,
                                        relocation.symbol().position())),
                        patch.objects().stream()
                                .map(ObjectSpec::callbacks)
                                .flatMap(CallbacksSpec::named)
                                .map(callback -> new FeatureUse(LivepatchFeature.CALLBACKS, callback.position())),
                        patch.shadows().stream().flatMap(FeatureUse::of),
                        patch.states().stream()
                                .map(state -> new FeatureUse(
                                        LivepatchFeature.STATES, state.id().position())))
                .flatMap(uses -> uses);
    }

    /** Those of {@code immediate} alone, which no kernel of today has. */
    static Stream<FeatureUse> immediate(PatchSpec patch) {
        return flags(
                LivepatchFeature.IMMEDIATE,
                Stream.concat(Stream.of(patch.immediate()), patch.functions().map(FunctionSpec::immediate)));
    }

    private static Stream<FeatureUse> of(ShadowSpec shadow) {
        Stream<FeatureUse> functions = Stream.of(shadow.ctor(), shadow.dtor())
                .filter(function -> !function.value().isEmpty())
                .map(function -> new FeatureUse(LivepatchFeature.SHADOW_CONSTRUCTORS, function.position()));
        return Stream.concat(
                Stream.of(new FeatureUse(
                        LivepatchFeature.SHADOW_VARIABLES, shadow.name().position())),
                functions);
    }

    private static Stream<FeatureUse> flags(LivepatchFeature feature, Stream<Positioned<Boolean>> flags) {
        return flags.filter(Positioned::value).map(flag -> new FeatureUse(feature, flag.position()));
    }

    /** Before Linux 4.12 tasks never wait for one another: what {@code immediate} says is so without it. */
    boolean isUnderstoodBy(KernelVersion version) {
        return feature.isIn(version) || (feature == LivepatchFeature.IMMEDIATE && !version.isAtLeast(4, 12));
    }
}
