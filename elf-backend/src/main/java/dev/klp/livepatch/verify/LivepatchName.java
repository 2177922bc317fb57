package dev.klp.livepatch.verify;

import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.ObjectName;
import dev.klp.livepatch.TargetVersion;
import org.jspecify.annotations.Nullable;

/**
 * The name of a symbol as the livepatch core scans it: {@code .klp.sym.%55[^.].%511[^,],%lu}, with 127 instead of 511 before 6.1
 * ({@code kernel/livepatch/core.c:klp_resolve_symbols}).
 *
 * @param object the object that defines the symbol
 * @param name its name there
 * @param position which of that name it is, from 1, or 0 for the only one; 64 bits unsigned
 */
record LivepatchName(String object, String name, long position) {
    private static final int LONGEST_SINCE_6_1 = 511;
    private static final int LONGEST_BEFORE_6_1 = 127;

    /** {@code KSYM_NAME_LEN} without the final zero: include/linux/kallsyms.h. */
    static int longestName(TargetVersion version) {
        return version.isAtLeast(6, 1) ? LONGEST_SINCE_6_1 : LONGEST_BEFORE_6_1;
    }

    /** The parts of a name, or null if the kernel refuses it. */
    static @Nullable LivepatchName scan(String text, TargetVersion version) {
        int start = LivepatchFormat.SYMBOL_PREFIX.length();
        int dot = text.indexOf('.', start);
        int comma = dot < 0 ? -1 : text.indexOf(',', dot + 1);
        if (!text.startsWith(LivepatchFormat.SYMBOL_PREFIX)
                || comma < 0
                || dot == start
                || dot - start > ObjectName.MAX_LENGTH
                || comma == dot + 1
                || comma - dot - 1 > longestName(version)) {
            return null;
        }
        int end = comma + 1;
        long position = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            position = position * 10 + (text.charAt(end) - '0');
            end++;
        }
        return end == comma + 1
                ? null
                : new LivepatchName(text.substring(start, dot), text.substring(dot + 1, comma), position);
    }

    boolean isOfVmlinux() {
        return object.equals(ObjectName.VMLINUX.text());
    }
}
