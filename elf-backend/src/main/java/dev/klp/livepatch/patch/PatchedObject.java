package dev.klp.livepatch.patch;

import dev.klp.livepatch.ModulePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code struct klp_object}.
 *
 * @param name the module that it patches, as it stands there, or null for the kernel itself
 * @param place where it stands
 * @param hasFunctions whether {@code klp_object.funcs} points anywhere; the kernel refuses the patch if it does not
 * @param functions the functions that it replaces, in the order of the array
 * @param callbacks its callbacks (since 4.16), in the order of {@code struct klp_callbacks}
 * @param terminated whether the array of functions has the empty entry at which the kernel stops
 */
public record PatchedObject(
        @Nullable String name,
        ModulePlace place,
        boolean hasFunctions,
        List<PatchedFunction> functions,
        List<PatchCallback> callbacks,
        boolean terminated) {
    public PatchedObject {
        functions = List.copyOf(functions);
        callbacks = List.copyOf(callbacks);
    }

    /** The name, {@code vmlinux} for the kernel itself. */
    public String displayName() {
        return name == null ? "vmlinux" : name;
    }
}
