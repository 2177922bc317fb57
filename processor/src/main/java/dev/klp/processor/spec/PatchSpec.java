package dev.klp.processor.spec;

import java.util.List;
import java.util.stream.Stream;

/**
 * One {@code @KlpPatch} type as it is written, unchecked.
 *
 * @param position the {@code @KlpPatch} annotation
 * @param qualifiedName the type's name as Java code writes it
 * @param type the annotated type
 * @param name the module's name, derived from the type's where none is given
 * @param includes the patches that it takes in
 * @param sources the C files, each at its array entry
 * @param code C text in the annotations, in the order of the source
 * @param headers the kernel headers, each at its array entry
 * @param description module information, empty for none
 * @param author module information, empty for none
 * @param version module information, empty for none
 * @param modinfo further module information
 * @param replace whether the patch replaces all loaded ones
 * @param immediate whether tasks go over without waiting for one another
 * @param states changes of the system
 * @param shadows variables attached to objects of the kernel
 * @param params parameters of the module
 * @param hooks functions around the module's life
 * @param build what the build takes beside the C unit
 * @param objects the nested types with {@code @KlpObject}, in the order of the source
 * @param misplaced annotations inside the type at places where they say nothing
 */
public record PatchSpec(
        Position position,
        String qualifiedName,
        TypeShape type,
        Positioned<String> name,
        List<IncludedPatch> includes,
        List<Positioned<String>> sources,
        List<CodeSpec> code,
        List<Positioned<String>> headers,
        Positioned<String> description,
        Positioned<String> author,
        Positioned<String> version,
        List<ModinfoSpec> modinfo,
        Positioned<Boolean> replace,
        Positioned<Boolean> immediate,
        List<StateSpec> states,
        List<ShadowSpec> shadows,
        List<ParamSpec> params,
        List<HookSpec> hooks,
        BuildSpec build,
        List<ObjectSpec> objects,
        List<Misplaced> misplaced) {
    public PatchSpec {
        includes = List.copyOf(includes);
        sources = List.copyOf(sources);
        code = List.copyOf(code);
        headers = List.copyOf(headers);
        modinfo = List.copyOf(modinfo);
        states = List.copyOf(states);
        shadows = List.copyOf(shadows);
        params = List.copyOf(params);
        hooks = List.copyOf(hooks);
        objects = List.copyOf(objects);
        misplaced = List.copyOf(misplaced);
    }

    /** The replaced functions of all objects. */
    public Stream<FunctionSpec> functions() {
        return objects.stream().flatMap(object -> object.functions().stream());
    }

    /** The author's C functions that are not replacements: callbacks, hooks, constructors and destructors. */
    public Stream<Positioned<String>> calledBack() {
        return Stream.concat(
                objects.stream().flatMap(object -> object.callbacks().named()),
                Stream.concat(
                                hooks.stream().flatMap(HookSpec::named),
                                shadows.stream().flatMap(shadow -> Stream.of(shadow.ctor(), shadow.dtor())))
                        .filter(function -> !function.value().isEmpty()));
    }

    /** The relocations of all objects. */
    public Stream<RelocationSpec> relocations() {
        return objects.stream().flatMap(object -> object.relocations().stream());
    }
}
