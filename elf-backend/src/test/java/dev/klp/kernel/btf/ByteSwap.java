package dev.klp.kernel.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes BTF as a machine of the other byte order has it. */
final class ByteSwap {
    private ByteSwap() {}

    /** Turns a little-endian BTF into a big-endian one. */
    static byte[] swap(ByteBuffer little) {
        ByteBuffer from = little.slice().order(ByteOrder.LITTLE_ENDIAN);
        byte[] swapped = new byte[from.limit()];
        from.get(0, swapped);
        ByteBuffer to = ByteBuffer.wrap(swapped).order(ByteOrder.BIG_ENDIAN);
        to.putShort(0, from.getShort(0));
        // Strings are bytes; everything else in the header and the types is words of 32 bits.
        int words = 24 + from.getInt(12);
        for (int at = 4; at < words; at += 4) {
            to.putInt(at, from.getInt(at));
        }
        return swapped;
    }
}
