package dev.klp.livepatch.patch;

/**
 * A function that the kernel calls when an object is patched or unpatched.
 *
 * @param event when: {@code pre_patch}, {@code post_patch}, {@code pre_unpatch} or {@code post_unpatch}
 * @param function the function's name
 */
public record PatchCallback(String event, String function) {}
