package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.BtfType;
import java.util.List;

/**
 * What C has to say so that gcc lays out a structure or union as BTF describes it. BTF keeps offsets and the size but
 * neither alignment nor {@code packed}; both are chosen here so that they explain the offsets.
 *
 * @param items members and the space between them
 * @param packed whether {@code packed} is needed
 * @param aligned the argument of {@code aligned} for the whole structure, or 0
 * @param alignment the alignment in bytes that results
 */
record CompositeLayout(List<Item> items, boolean packed, long aligned, long alignment) {
    /** A line in the body. */
    sealed interface Item {}

    /**
     * A member.
     *
     * @param bits the width of a bit-field, or 0
     * @param aligned the argument of {@code aligned} for the member, or 0
     */
    record Field(BtfType.Member member, int bits, long aligned) implements Item {}

    /** Less than a byte that nothing uses. */
    record BitGap(int bits) implements Item {}

    /** Bytes that nothing uses. */
    record ByteGap(long bytes) implements Item {}
}
