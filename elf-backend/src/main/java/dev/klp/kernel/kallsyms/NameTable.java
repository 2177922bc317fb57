package dev.klp.kernel.kallsyms;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * {@code kallsyms_names}, whose number of entries {@code kallsyms_num_syms} before it gives, and whose every 256th entry {@code
 * kallsyms_markers} behind it points at.
 *
 * @param start where the names start
 * @param count how many there are
 * @param bigSymbols whether a length of 128 or more takes two bytes, in ULEB128; so since Linux 6.1
 */
record NameTable(int start, int count, boolean bigSymbols) {
    static final int NAMES_PER_MARKER = 256;
    private static final int CONTINUED = 0x80;

    /** A way to write lengths and the place that a walk over the names with it arrives at. */
    static @Nullable NameTable walk(ByteBuffer bytes, int start, int count, MarkerTable markers) {
        NameTable modern = new NameTable(start, count, true);
        if (modern.isConfirmedBy(bytes, markers)) {
            return modern;
        }
        NameTable old = new NameTable(start, count, false);
        return old.isConfirmedBy(bytes, markers) ? old : null;
    }

    private boolean isConfirmedBy(ByteBuffer bytes, MarkerTable markers) {
        int at = start;
        for (int i = 0; i < count; i++) {
            if (i % NAMES_PER_MARKER == 0 && markers.get(bytes, i / NAMES_PER_MARKER) != at - start) {
                return false;
            }
            int next = next(bytes, at);
            if (next <= bodyAt(bytes, at) || next > markers.start()) {
                return false;
            }
            at = next;
        }
        return markers.start() - at < Long.BYTES;
    }

    /** Where the codes of the entry at {@code at} start. */
    int bodyAt(ByteBuffer bytes, int at) {
        return at + (isBig(bytes, at) ? 2 : 1);
    }

    /** Where the entry after the one at {@code at} starts. */
    int next(ByteBuffer bytes, int at) {
        int length = bytes.get(at) & 0xff;
        if (!isBig(bytes, at)) {
            return at + 1 + length;
        }
        return at + 2 + (length & CONTINUED - 1 | (bytes.get(at + 1) & 0xff) << 7);
    }

    private boolean isBig(ByteBuffer bytes, int at) {
        return bigSymbols && (bytes.get(at) & CONTINUED) != 0;
    }
}
