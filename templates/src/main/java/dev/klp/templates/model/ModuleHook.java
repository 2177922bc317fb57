package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * Two functions of the author's around the life of the module.
 *
 * @param init {@code int f(void)}, called before the patch is enabled, or null
 * @param exit {@code void f(void)}, called when the module goes or a later step failed, or null
 */
public record ModuleHook(
        @Nullable CIdentifier init, @Nullable CIdentifier exit) {}
