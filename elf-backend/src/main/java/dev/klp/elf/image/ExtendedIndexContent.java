package dev.klp.elf.image;

import java.nio.ByteBuffer;

/**
 * Section indices of 0xff00 and more, one entry per symbol of the linked table ({@code SHT_SYMTAB_SHNDX}). They follow
 * from the symbols and cannot be changed on their own.
 */
public final class ExtendedIndexContent implements SectionContent {
    private final ByteBuffer bytes;

    ExtendedIndexContent(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The bytes as they were read. */
    ByteBuffer bytes() {
        return bytes.duplicate();
    }
}
