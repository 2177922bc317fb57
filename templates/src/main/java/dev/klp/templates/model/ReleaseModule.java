package dev.klp.templates.model;

/**
 * A livepatch module as one kernel wants it.
 *
 * @param release the kernel
 * @param module the module for it
 */
public record ReleaseModule(KernelRelease release, PatchModule module) {}
