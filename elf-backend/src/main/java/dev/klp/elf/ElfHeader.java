package dev.klp.elf;

import java.nio.ByteBuffer;

/**
 * {@code ElfN_Ehdr} without the class and byte order, which are in {@link ElfFormat} (gABI 4, "ELF Header"). Counts and
 * indices are as stored: what extended numbering makes of them, {@link ElfFile} says.
 *
 * @param osAbi {@code e_ident[EI_OSABI]}
 * @param abiVersion {@code e_ident[EI_ABIVERSION]}
 * @param type {@code e_type}, see {@link FileType}
 * @param machine {@code e_machine}, see {@link Machine}
 * @param version {@code e_version}
 * @param entry {@code e_entry}, an address
 * @param programHeaderOffset {@code e_phoff}, 0 for none
 * @param sectionHeaderOffset {@code e_shoff}, 0 for none
 * @param flags {@code e_flags}
 * @param headerSize {@code e_ehsize}
 * @param programHeaderSize {@code e_phentsize}
 * @param programHeaderCount {@code e_phnum}
 * @param sectionHeaderSize {@code e_shentsize}
 * @param sectionHeaderCount {@code e_shnum}
 * @param sectionNamesIndex {@code e_shstrndx}
 */
public record ElfHeader(
        int osAbi,
        int abiVersion,
        int type,
        int machine,
        long version,
        long entry,
        long programHeaderOffset,
        long sectionHeaderOffset,
        long flags,
        int headerSize,
        int programHeaderSize,
        int programHeaderCount,
        int sectionHeaderSize,
        int sectionHeaderCount,
        int sectionNamesIndex) {

    static ElfHeader read(ElfFormat format, ByteBuffer bytes) {
        int entry = Identification.SIZE + 8;
        int word = format.wordSize();
        int flags = entry + 3 * word;
        return new ElfHeader(
                bytes.get(Identification.OS_ABI) & 0xFF,
                bytes.get(Identification.ABI_VERSION) & 0xFF,
                ElfFormat.unsignedShort(bytes, Identification.SIZE),
                ElfFormat.unsignedShort(bytes, Identification.SIZE + 2),
                ElfFormat.unsigned(bytes, Identification.SIZE + 4),
                format.word(bytes, entry),
                format.word(bytes, entry + word),
                format.word(bytes, entry + 2 * word),
                ElfFormat.unsigned(bytes, flags),
                ElfFormat.unsignedShort(bytes, flags + 4),
                ElfFormat.unsignedShort(bytes, flags + 6),
                ElfFormat.unsignedShort(bytes, flags + 8),
                ElfFormat.unsignedShort(bytes, flags + 10),
                ElfFormat.unsignedShort(bytes, flags + 12),
                ElfFormat.unsignedShort(bytes, flags + 14));
    }

    /** The record as it stands at the start of a file, {@code e_ident} included. */
    public ByteBuffer encode(ElfFormat format) {
        ByteBuffer bytes = ByteBuffer.allocate(format.headerSize()).order(format.order());
        Identification.write(format, bytes);
        write(format, bytes);
        return bytes;
    }

    /** Writes the fields over a header whose {@code e_ident} is already there. */
    public void write(ElfFormat format, ByteBuffer bytes) {
        int entryAt = Identification.SIZE + 8;
        int word = format.wordSize();
        int flagsAt = entryAt + 3 * word;
        bytes.put(Identification.OS_ABI, (byte) osAbi);
        bytes.put(Identification.ABI_VERSION, (byte) abiVersion);
        bytes.putShort(Identification.SIZE, (short) type);
        bytes.putShort(Identification.SIZE + 2, (short) machine);
        bytes.putInt(Identification.SIZE + 4, (int) version);
        format.putWord(bytes, entryAt, entry);
        format.putWord(bytes, entryAt + word, programHeaderOffset);
        format.putWord(bytes, entryAt + 2 * word, sectionHeaderOffset);
        bytes.putInt(flagsAt, (int) flags);
        bytes.putShort(flagsAt + 4, (short) headerSize);
        bytes.putShort(flagsAt + 6, (short) programHeaderSize);
        bytes.putShort(flagsAt + 8, (short) programHeaderCount);
        bytes.putShort(flagsAt + 10, (short) sectionHeaderSize);
        bytes.putShort(flagsAt + 12, (short) sectionHeaderCount);
        bytes.putShort(flagsAt + 14, (short) sectionNamesIndex);
    }
}
