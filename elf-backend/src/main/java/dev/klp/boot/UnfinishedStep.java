package dev.klp.boot;

/**
 * The step during which a machine stopped.
 *
 * @param step the step
 * @param messages what the kernel said since it began
 */
public record UnfinishedStep(Step step, KernelLog messages) {}
