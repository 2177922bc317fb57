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

    /** The patched objects in the order of the generated {@code klp_object} array. */
    List<LivepatchObject> objects();

    /**
     * The generated files as class path resources with {@code /} between the parts, without a leading one:
     * {@code klp/cmdline_patch/Kbuild}.
     */
    List<String> resources();
}
