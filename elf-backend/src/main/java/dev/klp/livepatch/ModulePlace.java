package dev.klp.livepatch;

import org.jspecify.annotations.Nullable;

/**
 * A place in a module, as a person looks for it.
 *
 * @param section the section's name
 * @param offset the offset in the section, in bytes
 * @param function the function that the place is in, or the last one before it, or null if there is none
 * @param offsetInFunction how far the place is from the function's start, in bytes
 */
public record ModulePlace(
        String section, long offset, @Nullable String function, long offsetInFunction) {
    /** As in {@code .text+0x33 (lp_show+0x13)}. */
    @Override
    public String toString() {
        String text = section + "+0x" + Long.toHexString(offset);
        return function == null ? text : text + " (" + function + "+0x" + Long.toHexString(offsetInFunction) + ")";
    }
}
