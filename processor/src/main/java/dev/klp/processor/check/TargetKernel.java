package dev.klp.processor.check;

import dev.klp.kernel.KernelIndex;

/**
 * A kernel that a patch is checked against.
 *
 * @param name what messages call it: its release, or what the author named where the release is not known
 * @param index what is known of it
 */
public record TargetKernel(String name, KernelIndex index) {}
