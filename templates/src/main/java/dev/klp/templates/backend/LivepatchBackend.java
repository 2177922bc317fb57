package dev.klp.templates.backend;

import dev.klp.templates.model.KernelVersion;
import dev.klp.templates.model.PatchModule;
import java.util.Arrays;
import java.util.List;

/**
 * How a range of kernels wants those parts of a patch that change with the kernel. Each method names the template of one
 * part, below the folder of all templates; the rest of a tree is the same for every kernel.
 */
public interface LivepatchBackend {
    /** The back end of a kernel. */
    static LivepatchBackend of(KernelVersion version) {
        return version.isAtLeast(5, 1) ? new EnableBackend(version) : new RegisterBackend(version);
    }

    /** The back end of a tree that is for no kernel in particular: that of the newest kernels. */
    static LivepatchBackend newest() {
        return of(new KernelVersion(Integer.MAX_VALUE, 0));
    }

    /** The kernel that this back end was chosen for. */
    KernelVersion version();

    /** {@code struct klp_patch} and the module's init and exit functions. */
    String registration();

    /** The members of {@code struct klp_object} for its callbacks. */
    String callbacks();

    /** The declarations of what reads a state, for the generated header. */
    String stateDeclarations();

    /** The declarations of the functions for shadow variables, for the generated header. */
    String shadowDeclarations();

    /** The functions for shadow variables. */
    String shadows();

    /** What the patch asks for and the kernel does not have. */
    default List<LivepatchFeature> missing(PatchModule module) {
        return Arrays.stream(LivepatchFeature.values())
                .filter(feature -> feature.isUsedBy(module) && !feature.isIn(version()))
                .toList();
    }
}
