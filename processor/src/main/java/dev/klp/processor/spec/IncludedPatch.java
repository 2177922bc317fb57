package dev.klp.processor.spec;

import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code includes}.
 *
 * @param type the type's name, at the entry
 * @param patch the patch, or null where the type is none that can be included
 */
public record IncludedPatch(
        Positioned<String> type, @Nullable PatchSpec patch) {
    /** Why the type cannot be included, or null. */
    public @Nullable String problem() {
        if (patch == null) {
            return "is no type with @KlpPatch";
        }
        return patch.includes().isEmpty() ? null : "includes others itself";
    }
}
