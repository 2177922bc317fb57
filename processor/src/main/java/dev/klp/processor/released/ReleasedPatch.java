package dev.klp.processor.released;

import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.PatchSpec;
import java.util.List;

/**
 * What later patches must know of one.
 *
 * @param name the module's name
 * @param replace whether it takes the place of all patches loaded before it
 * @param functions the replaced functions
 * @param states the changes of the system that it lists
 * @param postUnpatched the objects for which it has a {@code post_unpatch} callback
 */
public record ReleasedPatch(
        String name,
        boolean replace,
        List<ReleasedFunction> functions,
        List<ReleasedState> states,
        List<String> postUnpatched) {
    public ReleasedPatch {
        functions = List.copyOf(functions);
        states = List.copyOf(states);
        postUnpatched = List.copyOf(postUnpatched);
    }

    /** What is to be kept of a patch. */
    public static ReleasedPatch of(PatchSpec patch) {
        return new ReleasedPatch(
                patch.name().value(),
                patch.replace().value(),
                patch.objects().stream()
                        .flatMap(object -> object.functions().stream()
                                .map(function -> new ReleasedFunction(
                                        object.name(),
                                        function.oldName().value(),
                                        function.sympos().value())))
                        .toList(),
                patch.states().stream()
                        .map(state -> new ReleasedState(
                                state.id().value(), state.version().value()))
                        .toList(),
                patch.objects().stream()
                        .filter(object ->
                                !object.callbacks().postUnpatch().value().isEmpty())
                        .map(ObjectSpec::name)
                        .toList());
    }
}
