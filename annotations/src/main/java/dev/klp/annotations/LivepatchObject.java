package dev.klp.annotations;

import java.util.List;

/**
 * One patched object of a {@link Livepatch}.
 *
 * @param name the module's name, or {@code vmlinux}; also the name of its folder below the patch's in
 *     {@code /sys/kernel/livepatch/}
 * @param functions the replaced functions in the order of the generated {@code klp_func} array
 */
public record LivepatchObject(String name, List<LivepatchFunction> functions) {
    public LivepatchObject {
        functions = List.copyOf(functions);
    }
}
