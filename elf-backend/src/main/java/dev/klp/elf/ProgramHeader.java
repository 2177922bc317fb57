package dev.klp.elf;

import java.nio.ByteBuffer;

/**
 * {@code ElfN_Phdr}: gABI 5, "Program Header". As stored, nothing checked.
 *
 * @param type {@code p_type}
 * @param flags {@code p_flags}
 * @param offset {@code p_offset}, in the file
 * @param virtualAddress {@code p_vaddr}
 * @param physicalAddress {@code p_paddr}
 * @param fileSize {@code p_filesz} in bytes
 * @param memorySize {@code p_memsz} in bytes
 * @param alignment {@code p_align}
 */
public record ProgramHeader(
        int type,
        int flags,
        long offset,
        long virtualAddress,
        long physicalAddress,
        long fileSize,
        long memorySize,
        long alignment) {
    /** {@code p_type} of a segment that is loaded into memory. */
    public static final int PT_LOAD = 1;
    /** {@code p_type} of a segment of notes. */
    public static final int PT_NOTE = 4;

    /** {@code p_flags} stands second in a 64-bit file and seventh in a 32-bit file. */
    static ProgramHeader read(ElfFormat format, ByteBuffer bytes, int at) {
        int word = format.wordSize();
        int offset = at + word;
        return new ProgramHeader(
                bytes.getInt(at),
                bytes.getInt(format.is64() ? at + 4 : at + 6 * word),
                format.word(bytes, offset),
                format.word(bytes, offset + word),
                format.word(bytes, offset + 2 * word),
                format.word(bytes, offset + 3 * word),
                format.word(bytes, offset + 4 * word),
                format.word(bytes, format.is64() ? offset + 5 * word : offset + 6 * word));
    }
}
