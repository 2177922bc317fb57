package dev.klp.livepatch;

import org.jspecify.annotations.Nullable;

/**
 * A reason for which a module is refused.
 *
 * @param place where in the module, or null for the module as a whole
 * @param text what is wrong and, where it helps, what would be right
 */
public record Problem(@Nullable ModulePlace place, String text) {
    /** A problem of the module as a whole. */
    public static Problem of(String text) {
        return new Problem(null, text);
    }

    /** The problem in one line: {@code .text+0x33 (lp_show+0x13): 'foo' is ...}. */
    @Override
    public String toString() {
        return place == null ? text : place + ": " + text;
    }
}
