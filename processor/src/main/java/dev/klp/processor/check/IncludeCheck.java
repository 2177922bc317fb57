package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.CallbacksSpec;
import dev.klp.processor.spec.IncludedPatch;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Positioned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Several patches in one module are one unit of C, and the kernel has room for one callback of a kind for each object. */
final class IncludeCheck implements Check {
    /** A name that one patch gives, with the patch. */
    private record Named(String patch, Positioned<String> name) {}

    /** A callback of one patch. */
    private record Callback(String patch, String object, String kind, Positioned<String> function) {}

    @Override
    public void check(Subject subject, Findings findings) {
        List<IncludedPatch> includes = subject.patch().includes();
        for (IncludedPatch included : includes) {
            findings.addProblem(DiagnosticCode.INCLUDE, included.type(), "included type", included.problem());
        }
        Duplicates.forEach(
                includes.stream(),
                included -> included.type().value(),
                included -> findings.add(
                        DiagnosticCode.INCLUDE,
                        included.type().position(),
                        "included type " + Quote.of(included.type().value()) + " is listed twice"));
        Map<String, PatchSpec> distinct = new LinkedHashMap<>();
        includes.stream()
                .filter(included -> included.problem() == null)
                .forEach(included -> distinct.put(included.type().value(), Objects.requireNonNull(included.patch())));
        List<PatchSpec> patches = List.copyOf(distinct.values());
        functions(patches, findings);
        callbacks(patches, findings);
    }

    private static void functions(List<PatchSpec> patches, Findings findings) {
        Duplicates.forEach(
                patches.stream().flatMap(IncludeCheck::defined),
                named -> named.name().value(),
                named -> findings.add(
                        DiagnosticCode.INCLUDE_CLASH,
                        named.name().position(),
                        "C function " + Quote.of(named.name().value())
                                + " is defined by several of the included patches",
                        Hint.note("all their C files become one unit"),
                        Hint.help("call it differently in one of them")));
    }

    /** The functions that one patch's C code defines, each once. */
    private static Stream<Named> defined(PatchSpec patch) {
        List<Named> names = new ArrayList<>();
        Stream.concat(patch.functions().map(function -> function.newFunc()), patch.calledBack())
                .filter(name ->
                        names.stream().noneMatch(known -> known.name().value().equals(name.value())))
                .forEach(name -> names.add(new Named(patch.qualifiedName(), name)));
        return names.stream();
    }

    private static void callbacks(List<PatchSpec> patches, Findings findings) {
        Duplicates.forEach(
                patches.stream().flatMap(IncludeCheck::ownCallbacks),
                callback -> List.of(callback.object(), callback.kind()),
                callback -> findings.add(
                        DiagnosticCode.INCLUDE_CLASH,
                        callback.function().position(),
                        "several of the included patches have a callback " + callback.kind() + " for '"
                                + callback.object() + "'",
                        Hint.note("the kernel calls one function for each object"),
                        Hint.help("write one that does the work of both, in the including patch or in one of them")));
    }

    private static Stream<Callback> ownCallbacks(PatchSpec patch) {
        return patch.objects().stream()
                .flatMap(object -> Stream.of(
                        of(patch, object, "prePatch", CallbacksSpec::prePatch),
                        of(patch, object, "postPatch", CallbacksSpec::postPatch),
                        of(patch, object, "preUnpatch", CallbacksSpec::preUnpatch),
                        of(patch, object, "postUnpatch", CallbacksSpec::postUnpatch)))
                .filter(callback -> !callback.function().value().isEmpty());
    }

    private static Callback of(
            PatchSpec patch, ObjectSpec object, String kind, Function<CallbacksSpec, Positioned<String>> member) {
        return new Callback(patch.qualifiedName(), object.name(), kind, member.apply(object.callbacks()));
    }
}
