package dev.klp.livepatch.patch;

import dev.klp.livepatch.ModulePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The argument of {@code klp_enable_patch}: {@code struct klp_patch} of {@code include/linux/livepatch.h}.
 *
 * @param place where it stands
 * @param objects its objects, in the order of the array
 * @param states the states that it declares ({@code klp_patch.states}, since 5.5), none if it declares none
 * @param replace whether it replaces every livepatch loaded before ({@code klp_patch.replace}, since 5.1)
 */
public record Patch(ModulePlace place, List<PatchedObject> objects, List<PatchState> states, boolean replace) {
    public Patch {
        objects = List.copyOf(objects);
        states = List.copyOf(states);
    }

    /** The first object of this name as the kernel calls it, {@code vmlinux} included, or null. */
    public @Nullable PatchedObject object(String name) {
        for (PatchedObject object : objects) {
            if (object.displayName().equals(name)) {
                return object;
            }
        }
        return null;
    }
}
