package dev.klp.processor.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Several patches as one module: everything in the order of {@code includes}, and what the including type says itself at
 * the end. Module information, the name and {@code replace} are the including type's. The author's files keep apart in a
 * folder for each patch, named after its module.
 */
public final class Inclusion {
    private Inclusion() {}

    /** The patch with what it includes; itself where it includes nothing. */
    public static PatchSpec merge(PatchSpec patch) {
        List<PatchSpec> all = new ArrayList<>();
        distinct(patch.includes(), included -> included.type().value()).stream()
                .filter(included -> included.problem() == null)
                .map(included -> Objects.requireNonNull(included.patch()))
                .forEach(all::add);
        if (all.isEmpty()) {
            return patch;
        }
        all.add(patch);
        return new PatchSpec(
                patch.position(),
                patch.qualifiedName(),
                patch.type(),
                patch.name(),
                patch.includes(),
                files(patch, all, PatchSpec::sources),
                concat(all, PatchSpec::code),
                concat(all, PatchSpec::headers),
                patch.description(),
                patch.author(),
                patch.version(),
                concat(all, PatchSpec::modinfo),
                patch.replace(),
                patch.immediate(),
                concat(all, PatchSpec::states),
                distinct(concat(all, PatchSpec::shadows), ShadowSpec::withoutPlace),
                concat(all, PatchSpec::params),
                concat(all, PatchSpec::hooks),
                build(patch, all),
                objects(all),
                patch.misplaced());
    }

    /** The folder of an included patch's files. */
    public static String folder(PatchSpec included) {
        return included.name().value() + "/";
    }

    private static BuildSpec build(PatchSpec patch, List<PatchSpec> all) {
        return new BuildSpec(
                files(patch, all, one -> one.build().units()),
                files(patch, all, one -> one.build().privateHeaders()),
                distinct(concat(all, one -> one.build().cflags()), Positioned::value),
                distinct(concat(all, one -> one.build().namespaces()), Positioned::value));
    }

    private static List<Positioned<String>> files(
            PatchSpec patch, List<PatchSpec> all, Function<PatchSpec, List<Positioned<String>>> part) {
        return all.stream()
                .flatMap(one -> one == patch
                        ? part.apply(one).stream()
                        : part.apply(one).stream()
                                .map(file ->
                                        new Positioned<>(folder(one) + file.value(), file.position(), file.given())))
                .toList();
    }

    /** The objects of one name become one; within a patch they stay two, which is an error there. */
    private static List<ObjectSpec> objects(List<PatchSpec> all) {
        Map<String, ObjectSpec> merged = new LinkedHashMap<>();
        List<ObjectSpec> repeated = new ArrayList<>();
        for (PatchSpec patch : all) {
            Map<String, ObjectSpec> own = new LinkedHashMap<>();
            for (ObjectSpec object : patch.objects()) {
                if (own.putIfAbsent(object.name(), object) != null) {
                    repeated.add(object);
                }
            }
            own.forEach((name, object) -> merged.merge(name, object, Inclusion::merge));
        }
        return Stream.concat(merged.values().stream(), repeated.stream()).toList();
    }

    private static ObjectSpec merge(ObjectSpec first, ObjectSpec second) {
        return new ObjectSpec(
                first.position(),
                first.type(),
                first.module(),
                CallbacksSpec.merge(first.callbacks(), second.callbacks()),
                concat(List.of(first, second), ObjectSpec::functions),
                concat(List.of(first, second), ObjectSpec::syscalls),
                distinct(concat(List.of(first, second), ObjectSpec::relocations), RelocationSpec::withoutPlace));
    }

    private static <S, T> List<T> concat(List<S> all, Function<S, List<T>> part) {
        return all.stream().map(part).flatMap(List::stream).toList();
    }

    private static <T> List<T> distinct(List<T> items, Function<T, ?> key) {
        Map<Object, T> first = new LinkedHashMap<>();
        items.forEach(item -> first.putIfAbsent(key.apply(item), item));
        return List.copyOf(first.values());
    }
}
