package dev.klp.kernel.vmlinux;

import dev.klp.kernel.kallsyms.Kallsyms;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The places where the compiler left room for ftrace ({@code __mcount_loc}), and the kernel's rule which function each belongs to.
 *
 * <p>A livepatch replaces a function if {@code ftrace_location} (kernel/trace/ftrace.c) finds a record for its address: one anywhere
 * from there to the next symbol. It need not be at the address itself: an {@code endbr64} comes first on x86 with IBT, the set-up of
 * the table of contents on ppc64le, a landing pad or room for a call's data on arm64.
 */
public final class FtraceRecords {
    private final long[] locations;
    private final long farthest;

    private FtraceRecords(long[] locations, long farthest) {
        this.locations = locations;
        this.farthest = farthest;
    }

    /**
     * @param locations addresses in any order; 0 is no record: the build clears those of overridden weak functions ({@code
     *     scripts/sorttable.c})
     * @param farthest how far from its function's address a record can be, in bytes: {@code FTRACE_MCOUNT_MAX_OFFSET} of the
     *     architecture. What is farther away is the remainder of an overridden weak function, which has lost its symbol: the kernel
     *     lists it as {@code __ftrace_invalid_address___N} and never enables it.
     */
    public static FtraceRecords of(long[] locations, long farthest) {
        // Signed order is good enough: a kernel's text is never on both sides of the address space's middle.
        long[] sorted = Arrays.stream(locations)
                .filter(location -> location != 0)
                .sorted()
                .toArray();
        return new FtraceRecords(sorted, farthest);
    }

    /** How many records there are. */
    public int size() {
        return locations.length;
    }

    /** The address of a record; they ascend. */
    public long location(int index) {
        return locations[index];
    }

    /** Whether a function from {@code start} up to {@code end} can be redirected. */
    public boolean isTraceable(long start, long end) {
        int found = Arrays.binarySearch(locations, start);
        int index = found >= 0 ? found : -found - 1;
        return index < locations.length
                && Long.compareUnsigned(locations[index], end) < 0
                && locations[index] - start <= farthest;
    }

    /**
     * Which symbols can be redirected, by index. A symbol reaches to the next one at another address, so that all names at one address
     * get the same answer, those of data marks such as {@code __init_begin} too: whether a symbol is a function, its type tells.
     */
    public BitSet traceable(Kallsyms symbols) {
        BitSet traceable = new BitSet(symbols.size());
        int next = 0;
        for (int i = 0; i < symbols.size(); i = next) {
            long address = symbols.address(i);
            next = i + 1;
            while (next < symbols.size() && symbols.address(next) == address) {
                next++;
            }
            long end = next < symbols.size() ? symbols.address(next) : -1;
            if (isTraceable(address, end)) {
                traceable.set(i, next);
            }
        }
        return traceable;
    }
}
