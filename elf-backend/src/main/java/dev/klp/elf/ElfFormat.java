package dev.klp.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The two choices that an ELF file makes in {@code e_ident}: how wide its addresses are and in which order its bytes
 * stand. The only place that knows the sizes of records and the packing of {@code r_info} (gABI 4, "Data
 * Representation", "ELF Header", "Sections", "Symbol Table", "Relocation").
 *
 * <p>Buffers passed to its methods must already have the byte order {@link #order()}.
 *
 * <p>64-bit MIPS packs {@code r_info} differently (one symbol, three types and a special symbol); it is not covered.
 *
 * @param is64 whether the file is of {@code ELFCLASS64}
 * @param order the byte order of every field
 */
public record ElfFormat(boolean is64, ByteOrder order) {
    /** The bytes in an address, an offset or a size: 4 or 8. */
    public int wordSize() {
        return is64 ? 8 : 4;
    }

    /** The bytes in {@code ElfN_Ehdr}. */
    public int headerSize() {
        return is64 ? 64 : 52;
    }

    /** The bytes in {@code ElfN_Phdr}. */
    public int programHeaderSize() {
        return is64 ? 56 : 32;
    }

    /** The bytes in {@code ElfN_Shdr}. */
    public int sectionHeaderSize() {
        return is64 ? 64 : 40;
    }

    /** The bytes in {@code ElfN_Sym}. */
    public int symbolSize() {
        return is64 ? 24 : 16;
    }

    /** The bytes in one relocation: {@code ElfN_Rela} with an addend, {@code ElfN_Rel} without. */
    public int relocationSize(boolean withAddend) {
        return (withAddend ? 3 : 2) * wordSize();
    }

    /** An address, offset or size at byte {@code at}, never negative for a 32-bit file. */
    public long word(ByteBuffer bytes, int at) {
        return is64 ? bytes.getLong(at) : unsigned(bytes, at);
    }

    /** Whether a value fits into an address, offset or size, which is unsigned. */
    public boolean holds(long value) {
        return is64 || value >>> 32 == 0;
    }

    /** Whether a value fits into an addend, which is signed. */
    public boolean holdsAddend(long value) {
        return is64 || value == (int) value;
    }

    /**
     * Writes an address, offset, size or addend. A 32-bit file takes the low 32 bits: ask {@link #holds} or
     * {@link #holdsAddend} first.
     */
    public void putWord(ByteBuffer bytes, int at, long value) {
        if (is64) {
            bytes.putLong(at, value);
        } else {
            bytes.putInt(at, (int) value);
        }
    }

    /** An addend at byte {@code at}, sign-extended from 32 bits in a 32-bit file. */
    public long addend(ByteBuffer bytes, int at) {
        return is64 ? bytes.getLong(at) : bytes.getInt(at);
    }

    /** An unsigned 32-bit field at byte {@code at}. */
    public static long unsigned(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xFFFF_FFFFL;
    }

    /** An unsigned 16-bit field at byte {@code at}. */
    public static int unsignedShort(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    /** {@code ELFN_R_SYM}: the symbol table index in {@code r_info}, unsigned. */
    public long relocationSymbol(long info) {
        return is64 ? info >>> 32 : (info & 0xFFFF_FFFFL) >>> 8;
    }

    /** {@code ELFN_R_TYPE}: the relocation type in {@code r_info}; 8 bits wide in a 32-bit file. */
    public int relocationType(long info) {
        return is64 ? (int) info : (int) (info & 0xFF);
    }

    /** {@code ELFN_R_INFO}: the inverse of {@link #relocationSymbol} and {@link #relocationType}. */
    public long relocationInfo(long symbolIndex, int type) {
        return is64 ? symbolIndex << 32 | (type & 0xFFFF_FFFFL) : symbolIndex << 8 | (type & 0xFF);
    }

    /** Whether a relocation type fits into {@code r_info}: 32 bits, or 8 in a 32-bit file. */
    public boolean holdsType(int type) {
        return is64 || type >>> 8 == 0;
    }

    /** The greatest symbol index that {@code r_info} can hold: 32 bits, or 24 in a 32-bit file. */
    public long maxRelocationSymbol() {
        return is64 ? 0xFFFF_FFFFL : 0xFF_FFFFL;
    }
}
