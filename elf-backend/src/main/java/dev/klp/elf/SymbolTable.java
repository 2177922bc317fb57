package dev.klp.elf;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A view of a symbol table: gABI 4, "Symbol Table". Fields are read in place by index, no object is made per symbol.
 * Index 0 is the undefined symbol that every table begins with. Safe for use by several threads.
 *
 * <p>An index outside 0 to {@link #count()} - 1 is an {@link IndexOutOfBoundsException}.
 */
public final class SymbolTable {
    private final ElfFile file;
    private final SectionHeader section;
    private final ElfFormat format;
    private final ByteBuffer bytes;
    private final StringTable names;
    private final @Nullable ByteBuffer extendedIndices;
    private final int size;
    private final int infoAt;
    private final int valueAt;
    private final int sizeAt;

    SymbolTable(ElfFile file, SectionHeader section) throws ElfFormatException {
        this.file = file;
        this.section = section;
        this.format = file.format();
        this.size = format.symbolSize();
        this.bytes = file.records(section, size);
        this.names = file.strings(file.linked(section));
        SectionHeader extended = file.extendedIndices(section.index());
        this.extendedIndices = extended == null ? null : file.records(extended, 4);
        this.infoAt = format.is64() ? 4 : 12;
        this.valueAt = format.is64() ? 8 : 4;
        this.sizeAt = format.is64() ? 16 : 8;
    }

    /** The section that holds the table. */
    public SectionHeader section() {
        return section;
    }

    /** The number of symbols, the undefined one at index 0 included. */
    public int count() {
        return bytes.limit() / size;
    }

    /** The index of the first symbol that is not local, as {@code sh_info} says; not checked against the symbols. */
    public long firstNonLocal() {
        return section.info();
    }

    /** The string table that holds the symbols' names. */
    public StringTable names() {
        return names;
    }

    /** {@code st_name}: the name's offset in {@link #names()}. */
    public long nameOffset(int index) {
        return ElfFormat.unsigned(bytes, index * size);
    }

    /**
     * The symbol's name.
     *
     * @throws ElfFormatException if it is outside the string table
     */
    public String name(int index) throws ElfFormatException {
        return names.get(nameOffset(index));
    }

    /**
     * Whether the symbol's name is exactly {@code name}, without making a string of it.
     *
     * @throws ElfFormatException if it is outside the string table
     */
    public boolean isNamed(int index, byte[] name) throws ElfFormatException {
        return names.matches(nameOffset(index), name);
    }

    /** {@code st_info}: binding and type. */
    public int info(int index) {
        return bytes.get(index * size + infoAt) & 0xFF;
    }

    /** The symbol's binding, see {@link SymbolBinding}. */
    public int binding(int index) {
        return info(index) >>> 4;
    }

    /** The symbol's type, see {@link SymbolType}. */
    public int type(int index) {
        return info(index) & 0xF;
    }

    /** {@code st_other}: the visibility in the low two bits. */
    public int other(int index) {
        return bytes.get(index * size + infoAt + 1) & 0xFF;
    }

    /** {@code st_shndx} as stored, see {@link SectionIndex}. */
    public int sectionIndex(int index) {
        return ElfFormat.unsignedShort(bytes, index * size + infoAt + 2);
    }

    /**
     * The index of the section in which the symbol is defined, with {@code SHN_XINDEX} resolved; 0 where it is in none:
     * undefined, absolute, common or of another reserved index.
     *
     * @throws ElfFormatException if the file has no such section, or no entry for an extended index
     */
    public int definingSection(int index) throws ElfFormatException {
        int stored = sectionIndex(index);
        if (stored >= SectionIndex.SHN_LORESERVE && stored != SectionIndex.SHN_XINDEX) {
            return 0;
        }
        long resolved = stored == SectionIndex.SHN_XINDEX ? extendedIndex(index) : stored;
        if (resolved >= file.sectionCount()) {
            throw malformed(
                    index, "st_shndx is " + resolved + ", but the file has " + file.sectionCount() + " sections");
        }
        return (int) resolved;
    }

    /** {@code st_value}: an offset in the section in a relocatable file, else an address. */
    public long value(int index) {
        return format.word(bytes, index * size + valueAt);
    }

    /** {@code st_size} in bytes, 0 for none or unknown. */
    public long size(int index) {
        return format.word(bytes, index * size + sizeAt);
    }

    /** The table's bytes. */
    public ByteBuffer bytes() {
        return bytes.duplicate().order(bytes.order());
    }

    /** Writes one record at byte {@code at}. */
    public static void write(
            ElfFormat format,
            ByteBuffer bytes,
            int at,
            long nameOffset,
            int info,
            int other,
            int sectionIndex,
            long value,
            long size) {
        int infoAt = at + (format.is64() ? 4 : 12);
        bytes.putInt(at, (int) nameOffset);
        bytes.put(infoAt, (byte) info);
        bytes.put(infoAt + 1, (byte) other);
        bytes.putShort(infoAt + 2, (short) sectionIndex);
        format.putWord(bytes, at + (format.is64() ? 8 : 4), value);
        format.putWord(bytes, at + (format.is64() ? 16 : 8), size);
    }

    private long extendedIndex(int index) throws ElfFormatException {
        if (extendedIndices == null || index >= extendedIndices.limit() / 4) {
            throw malformed(index, "st_shndx is SHN_XINDEX, but no SHT_SYMTAB_SHNDX entry belongs to it");
        }
        return ElfFormat.unsigned(extendedIndices, index * 4);
    }

    private ElfFormatException malformed(int index, String problem) {
        return file.malformed(section, section.offset() + (long) index * size, "symbol " + index + ": " + problem);
    }
}
