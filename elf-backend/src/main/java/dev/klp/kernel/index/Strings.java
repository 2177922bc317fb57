package dev.klp.kernel.index;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads {@link IndexFormat.Part#STRINGS}. */
record Strings(Region region) {
    /** The string at an offset, or null for none. */
    @Nullable
    String find(int offset) {
        return offset == IndexFormat.NO_STRING ? null : get(offset);
    }

    /** The string at an offset, which must be one. */
    String get(int offset) {
        long start = Integer.toUnsignedLong(offset);
        byte[] bytes = new byte[region.u16(start)];
        region.copy(start + Short.BYTES, bytes.length, bytes, 0);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
