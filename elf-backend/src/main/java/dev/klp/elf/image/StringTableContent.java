package dev.klp.elf.image;

import java.nio.ByteBuffer;

/**
 * A string table: gABI 4, "String Table". It only ever grows: a new name that is already there (also as the end of
 * another) is reused, other new names are appended, and old names stay.
 */
public final class StringTableContent implements SectionContent {
    private final ByteBuffer bytes;

    StringTableContent(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** A table that holds the empty string only. */
    public static StringTableContent empty() {
        return new StringTableContent(ByteBuffer.allocate(1));
    }

    /** The bytes as they were read, without names that are added on writing. */
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }
}
