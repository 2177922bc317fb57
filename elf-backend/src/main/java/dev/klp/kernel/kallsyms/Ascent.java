package dev.klp.kernel.kallsyms;

/** Watches numbers go by that must not descend, and must not stand still either. */
final class Ascent {
    /** Symbols share addresses (aliases, empty sections), but never more than a few each on average. */
    private static final int MOST_PER_ADDRESS = 8;

    private long last;
    private int seen;
    private int distinct;
    private boolean broken;

    /** Takes the next number, unsigned, and says whether it may still be a list of addresses. */
    boolean accept(long number) {
        if (seen == 0 || number != last) {
            broken |= seen > 0 && Long.compareUnsigned(number, last) < 0;
            distinct++;
        }
        last = number;
        seen++;
        return !broken;
    }

    /** Whether all of it can be a list of addresses. */
    boolean isList() {
        return !broken && (long) distinct * MOST_PER_ADDRESS >= seen;
    }
}
