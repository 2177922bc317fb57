package dev.klp.kernel.kallsyms;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * {@code kallsyms_offsets} with {@code kallsyms_relative_base}: 32 bits for a symbol ({@code CONFIG_KALLSYMS_BASE_RELATIVE}, since
 * Linux 4.6).
 *
 * <p>They mean one of two things ({@code kernel/kallsyms.c:kallsyms_sym_address}). In general, an unsigned distance from the base,
 * which is the lowest address, so that the first is 0. With {@code CONFIG_KALLSYMS_ABSOLUTE_PERCPU} (x86-64 with SMP, until 6.15)
 * numbers that are not negative are addresses, those of per-CPU variables, and -1 is the base, -2 the byte after it.
 */
final class RelativeOffsets {
    private RelativeOffsets() {}

    /** The addresses that the offsets at {@code start} give, or null if these are no such offsets. */
    static long @Nullable [] read(Surroundings tables, int start, int base) {
        long relativeBase = tables.word(base);
        ByteBuffer bytes = tables.bytes();
        int first = bytes.getInt(start);
        if (first == 0) {
            long[] plain = plain(bytes, start, tables.count(), relativeBase);
            if (plain != null) {
                return plain;
            }
        }
        return absolutePerCpu(bytes, start, tables.count(), relativeBase);
    }

    private static long @Nullable [] plain(ByteBuffer bytes, int start, int count, long base) {
        long[] addresses = new long[count];
        Ascent ascent = new Ascent();
        for (int i = 0; i < count; i++) {
            long offset = Integer.toUnsignedLong(bytes.getInt(start + Integer.BYTES * i));
            if (!ascent.accept(offset)) {
                return null;
            }
            addresses[i] = base + offset;
        }
        return ascent.isList() ? addresses : null;
    }

    private static long @Nullable [] absolutePerCpu(ByteBuffer bytes, int start, int count, long base) {
        long[] addresses = new long[count];
        Ascent ascent = new Ascent();
        boolean relative = false;
        for (int i = 0; i < count; i++) {
            int offset = bytes.getInt(start + Integer.BYTES * i);
            if (offset < 0 && !relative) {
                relative = true;
                if (offset != -1) {
                    return null;
                }
            }
            long address = offset < 0 ? base - 1 - offset : offset;
            if (!ascent.accept(address)) {
                return null;
            }
            addresses[i] = address;
        }
        return relative && ascent.isList() ? addresses : null;
    }
}
