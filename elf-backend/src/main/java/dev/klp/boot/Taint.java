package dev.klp.boot;

/**
 * What {@code /proc/sys/kernel/tainted} says.
 *
 * @param bits one bit per reason, as {@code include/linux/panic.h} numbers them
 */
public record Taint(long bits) {
    private static final long DIE = 1L << 7;
    private static final long WARN = 1L << 9;
    private static final long LIVEPATCH = 1L << 15;

    /** The letters that the kernel prints, by bit number ({@code taint_flags} in {@code kernel/panic.c}). */
    private static final String LETTERS = "PFSRMBUDAWCIOELKXTN";

    /** Whether the kernel oopsed ({@code TAINT_DIE}). */
    public boolean died() {
        return (bits & DIE) != 0;
    }

    /** Whether the kernel printed a warning with a backtrace ({@code TAINT_WARN}). */
    public boolean warned() {
        return (bits & WARN) != 0;
    }

    /** Whether a livepatch has been loaded ({@code TAINT_LIVEPATCH}). */
    public boolean livepatched() {
        return (bits & LIVEPATCH) != 0;
    }

    /** The letters of the bits that are set, in the order of the bits: {@code OEK}. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < LETTERS.length(); bit++) {
            if ((bits & (1L << bit)) != 0) {
                letters.append(LETTERS.charAt(bit));
            }
        }
        return letters.toString();
    }
}
