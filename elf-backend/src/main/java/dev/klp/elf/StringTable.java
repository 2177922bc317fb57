package dev.klp.elf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A view of a string table: gABI 4, "String Table". Names are compared as bytes in place; a {@link String} is made only
 * by {@link #get}. Safe for use by several threads.
 */
public final class StringTable {
    private final ElfFile file;
    private final SectionHeader section;
    private final ByteBuffer bytes;

    StringTable(ElfFile file, SectionHeader section) throws ElfFormatException {
        this.file = file;
        this.section = section;
        this.bytes = file.content(section);
    }

    /** The section that holds the table. */
    public SectionHeader section() {
        return section;
    }

    /** The size of the table in bytes. */
    public int size() {
        return bytes.limit();
    }

    /** The table's bytes. */
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /**
     * The string at {@code offset}, decoded as UTF-8; a byte sequence that is none becomes U+FFFD.
     *
     * @throws ElfFormatException if the offset is outside the table or the string has no end in it
     */
    public String get(long offset) throws ElfFormatException {
        byte[] name = new byte[length(offset)];
        bytes.get((int) offset, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /**
     * The number of bytes before the zero byte that ends the string at {@code offset}.
     *
     * @throws ElfFormatException if the offset is outside the table or the string has no end in it
     */
    public int length(long offset) throws ElfFormatException {
        int start = start(offset);
        int end = end(start);
        if (end < 0) {
            throw file.malformed(section, section.offset() + offset, "the string at offset " + offset + " has no end");
        }
        return end - start;
    }

    /** The string at {@code offset}, or null if there is none. For messages, which must not fail themselves. */
    @Nullable
    String find(long offset) {
        int end = offset < 0 || offset >= bytes.limit() ? -1 : end((int) offset);
        if (end < 0) {
            return null;
        }
        byte[] name = new byte[end - (int) offset];
        bytes.get((int) offset, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /**
     * Copies {@code length} bytes from {@code offset} on, usually as many as {@link #length} says.
     *
     * @throws ElfFormatException if the range is not within the table
     */
    public void copy(long offset, int length, byte[] target, int at) throws ElfFormatException {
        int start = start(offset);
        if (length > bytes.limit() - start) {
            throw file.malformed(
                    section, section.offset() + offset, "the string at offset " + offset + " is too short");
        }
        bytes.get(start, target, at, length);
    }

    /**
     * Whether the string at {@code offset} is exactly {@code name}.
     *
     * @throws ElfFormatException if the offset is outside the table
     */
    public boolean matches(long offset, byte[] name) throws ElfFormatException {
        int end = start(offset) + name.length;
        return startsWith(offset, name) && end < bytes.limit() && bytes.get(end) == 0;
    }

    /**
     * Whether the string at {@code offset} starts with {@code prefix}, which holds no zero byte.
     *
     * @throws ElfFormatException if the offset is outside the table
     */
    public boolean startsWith(long offset, byte[] prefix) throws ElfFormatException {
        int start = start(offset);
        if (prefix.length > bytes.limit() - start) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes.get(start + i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** The index of the zero byte that ends the string at {@code start}, or -1. */
    private int end(int start) {
        for (int at = start; at < bytes.limit(); at++) {
            if (bytes.get(at) == 0) {
                return at;
            }
        }
        return -1;
    }

    private int start(long offset) throws ElfFormatException {
        if (offset < 0 || offset >= bytes.limit()) {
            throw file.malformed(
                    section,
                    section.offset(),
                    "a name has offset " + offset + ", but the string table has " + bytes.limit() + " bytes");
        }
        return (int) offset;
    }
}
