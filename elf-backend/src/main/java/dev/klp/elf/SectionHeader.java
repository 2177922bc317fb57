package dev.klp.elf;

import java.nio.ByteBuffer;

/**
 * {@code ElfN_Shdr}: gABI 4, "Section Header". As stored, nothing checked: ranges are checked where contents are asked
 * for.
 *
 * @param index the section's index in this file
 * @param nameOffset {@code sh_name}, an offset into the section name table
 * @param type {@code sh_type}, see {@link SectionType}
 * @param flags {@code sh_flags}, see {@link SectionFlag}
 * @param address {@code sh_addr}
 * @param offset {@code sh_offset}, in the file
 * @param size {@code sh_size} in bytes, in memory only for {@code SHT_NOBITS}
 * @param link {@code sh_link}, unsigned
 * @param info {@code sh_info}, unsigned
 * @param alignment {@code sh_addralign}; 0 and 1 mean none
 * @param entrySize {@code sh_entsize} in bytes
 */
public record SectionHeader(
        int index,
        long nameOffset,
        int type,
        long flags,
        long address,
        long offset,
        long size,
        long link,
        long info,
        long alignment,
        long entrySize) {

    /** Where {@code sh_type} stands in either form of the record; {@code sh_name} stands before it. */
    static final int TYPE_AT = 4;

    private static final int FLAGS_AT = 8;

    static SectionHeader read(ElfFormat format, ByteBuffer bytes, int at, int index) {
        int word = format.wordSize();
        int flags = at + FLAGS_AT;
        int link = linkAt(format, at);
        return new SectionHeader(
                index,
                ElfFormat.unsigned(bytes, at),
                bytes.getInt(at + TYPE_AT),
                format.word(bytes, flags),
                format.word(bytes, flags + word),
                format.word(bytes, flags + 2 * word),
                format.word(bytes, flags + 3 * word),
                ElfFormat.unsigned(bytes, link),
                ElfFormat.unsigned(bytes, link + 4),
                format.word(bytes, link + 8),
                format.word(bytes, link + 8 + word));
    }

    static int linkAt(ElfFormat format, int at) {
        return at + FLAGS_AT + 4 * format.wordSize();
    }

    /** Writes the record at byte {@code at}; {@link #index()} is not part of it. */
    public void write(ElfFormat format, ByteBuffer bytes, int at) {
        int word = format.wordSize();
        int flagsAt = at + FLAGS_AT;
        int linkAt = linkAt(format, at);
        bytes.putInt(at, (int) nameOffset);
        bytes.putInt(at + TYPE_AT, type);
        format.putWord(bytes, flagsAt, flags);
        format.putWord(bytes, flagsAt + word, address);
        format.putWord(bytes, flagsAt + 2 * word, offset);
        format.putWord(bytes, flagsAt + 3 * word, size);
        bytes.putInt(linkAt, (int) link);
        bytes.putInt(linkAt + 4, (int) info);
        format.putWord(bytes, linkAt + 8, alignment);
        format.putWord(bytes, linkAt + 8 + word, entrySize);
    }

    /** Whether every bit of {@code mask} is set in {@link #flags()}. */
    public boolean hasFlags(long mask) {
        return (flags & mask) == mask;
    }

    /** The bytes that the section takes in the file: none for {@code SHT_NOBITS} and {@code SHT_NULL}. */
    public long fileSize() {
        return SectionType.isWithoutBytes(type) ? 0 : size;
    }
}
