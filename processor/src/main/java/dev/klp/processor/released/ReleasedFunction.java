package dev.klp.processor.released;

/**
 * A replaced function.
 *
 * @param object vmlinux or a module
 * @param name its name there
 * @param position its position among the symbols of that name as the author wrote it; 0 where he wrote none
 */
public record ReleasedFunction(String object, String name, int position) {
    /** Whether it may be the same function. The kernel takes positions 0 and 1 for one; without a position it may be any. */
    public boolean isSame(ReleasedFunction other) {
        return object.equals(other.object)
                && name.equals(other.name)
                && (position == 0 || other.position == 0 || position == other.position);
    }
}
