package dev.klp.annotations;

import java.util.List;

/**
 * What is known of one livepatch module before it is built. The processor generates one implementation per
 * {@link KlpPatch} type, in the type's package and named after it: {@code CmdlinePatch} gets
 * {@code CmdlinePatchLivepatch}, which has a public constructor without parameters.
 */
public interface Livepatch {
    /** The module's name, which is also the name of its folder in {@code /sys/kernel/livepatch/}. */
    String moduleName();

    /**
     * The patched objects in the order of the generated {@code klp_object} array; where the patch was compiled for several
     * kernels, those of the first of {@link #kernels()}.
     */
    List<LivepatchObject> objects();

    /**
     * All generated files as class path resources with {@code /} between the parts, without a leading one:
     * {@code klp/cmdline_patch/Kbuild}.
     */
    List<String> resources();

    /**
     * The patch for each kernel that it was compiled for, in the order in which the compilation names them. What differs
     * by kernel stands in a folder of the kernel's release: {@code klp/cmdline_patch/6.1.0-56-amd64/cmdline_patch.c}.
     *
     * @return one entry with an empty release if the compilation named no kernel
     */
    default List<LivepatchKernel> kernels() {
        return List.of(new LivepatchKernel("", objects(), resources()));
    }
}
