package dev.klp.annotations;

import java.util.List;

/**
 * A {@link Livepatch} as one kernel wants it.
 *
 * @param release the kernel's release, as {@code uname -r} prints it; empty where the patch was compiled without naming a
 *     kernel and is the same for every one
 * @param objects the patched objects in the order of the generated {@code klp_object} array
 * @param resources the generated files that this kernel's module is built of, as class path resources
 */
public record LivepatchKernel(String release, List<LivepatchObject> objects, List<String> resources) {
    public LivepatchKernel {
        objects = List.copyOf(objects);
        resources = List.copyOf(resources);
    }
}
