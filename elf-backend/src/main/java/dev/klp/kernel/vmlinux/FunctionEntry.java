package dev.klp.kernel.vmlinux;

import java.util.Arrays;

/**
 * Where a record of {@code __mcount_loc} is, seen from its function's symbol. Usually it is there or within the first instructions.
 * arm64 with {@code CONFIG_DYNAMIC_FTRACE_WITH_CALL_OPS} (since Linux 6.3) keeps 8 bytes for a pointer before the function, and the
 * record is of those; {@code arch/arm64/kernel/ftrace.c:ftrace_call_adjust} moves it to the function itself.
 */
final class FunctionEntry {
    /** The room for a pointer before a function. */
    static final long BEFORE = 8;
    /** A landing pad and three instructions. */
    private static final long AFTER = 16;

    private FunctionEntry() {}

    /** Whether a symbol starts close enough to {@code address} for it to be a record of that symbol. */
    static boolean isNear(long[] starts, long address) {
        int found = Arrays.binarySearch(starts, address);
        if (found >= 0) {
            return true;
        }
        int next = -found - 1;
        return next > 0 && address - starts[next - 1] <= AFTER
                || next < starts.length && starts[next] - address <= BEFORE;
    }

    /** Whether most records are {@link #BEFORE} bytes before a symbol. */
    static boolean areBefore(long[] records, long[] starts) {
        int before = 0;
        int at = 0;
        for (long record : records) {
            if (Arrays.binarySearch(starts, record + BEFORE) >= 0) {
                before++;
            }
            if (Arrays.binarySearch(starts, record) >= 0) {
                at++;
            }
        }
        return before > at && 2L * before > records.length;
    }
}
