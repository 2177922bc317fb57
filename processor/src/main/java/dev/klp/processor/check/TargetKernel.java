package dev.klp.processor.check;

import dev.klp.kernel.KernelIndex;

/**
 * A kernel that a patch is checked against.
 *
 * @param name its release, which no other kernel of the compilation has
 * @param index what is known of it
 */
public record TargetKernel(String name, KernelIndex index) {}
