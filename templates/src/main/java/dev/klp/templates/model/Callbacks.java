package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * The {@code struct klp_callbacks} of one object (since Linux 4.15); null where there is no such callback.
 *
 * @param prePatch {@code int f(struct klp_object *)}
 * @param postPatch {@code void f(struct klp_object *)}
 * @param preUnpatch {@code void f(struct klp_object *)}
 * @param postUnpatch {@code void f(struct klp_object *)}
 */
public record Callbacks(
        @Nullable CIdentifier prePatch,
        @Nullable CIdentifier postPatch,
        @Nullable CIdentifier preUnpatch,
        @Nullable CIdentifier postUnpatch) {
    /** No callback at all. */
    public static final Callbacks NONE = new Callbacks(null, null, null, null);

    /** Whether there is none. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
