package dev.klp.kernel.kallsyms;

import dev.klp.kernel.image.AddressMap;
import java.nio.ByteBuffer;

/**
 * What is known when the addresses are looked for.
 *
 * @param bytes the image in the kernel's byte order
 * @param addressMap the image's addresses
 * @param wordSize of the kernel, 4 or 8
 * @param names where the names are
 * @param tokensEnd where the token index ends
 */
record Surroundings(ByteBuffer bytes, AddressMap addressMap, int wordSize, NameTable names, int tokensEnd) {
    int count() {
        return names.count();
    }

    /** Where {@code kallsyms_num_syms} is in the layouts that align every table to words. */
    int beforeNumber() {
        return names.start() - wordSize;
    }

    boolean isInside(long start, long size) {
        return start >= 0 && start + size <= bytes.limit();
    }

    long word(int at) {
        return wordSize == Long.BYTES ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }
}
