package dev.klp.elf;

import java.nio.ByteBuffer;

/**
 * A view of relocations, {@code SHT_REL} or {@code SHT_RELA}: gABI 4, "Relocation". Fields are read in place by index, no
 * object is made per relocation. Safe for use by several threads.
 *
 * <p>An index outside 0 to {@link #count()} - 1 is an {@link IndexOutOfBoundsException}.
 */
public final class RelocationTable {
    private final ElfFile file;
    private final SectionHeader section;
    private final ElfFormat format;
    private final ByteBuffer bytes;
    private final boolean hasAddends;
    private final int size;

    RelocationTable(ElfFile file, SectionHeader section) throws ElfFormatException {
        this.file = file;
        this.section = section;
        this.format = file.format();
        this.hasAddends = section.type() == SectionType.SHT_RELA;
        this.size = format.relocationSize(hasAddends);
        this.bytes = file.records(section, size);
    }

    /** The section that holds the table. */
    public SectionHeader section() {
        return section;
    }

    /** The number of relocations. */
    public int count() {
        return bytes.limit() / size;
    }

    /** Whether the entries carry addends ({@code SHT_RELA}); else they stand in the places that are changed. */
    public boolean hasAddends() {
        return hasAddends;
    }

    /** {@code r_offset}: the place that is changed, an offset in its section in a relocatable file. */
    public long offset(int index) {
        return format.word(bytes, index * size);
    }

    /** {@code r_info}: symbol index and type, packed. */
    public long info(int index) {
        return format.word(bytes, index * size + format.wordSize());
    }

    /** The index of the symbol in the linked table, as stored; 0 for none. Not checked, see {@link #symbol}. */
    public long symbolIndex(int index) {
        return format.relocationSymbol(info(index));
    }

    /**
     * The index of the symbol, checked against a table of {@code symbolCount} entries.
     *
     * @throws ElfFormatException if the table is shorter
     */
    public int symbol(int index, int symbolCount) throws ElfFormatException {
        long symbol = symbolIndex(index);
        if (symbol >= symbolCount) {
            throw file.malformed(
                    section,
                    section.offset() + (long) index * size,
                    "relocation " + index + " refers to symbol " + symbol + ", but the symbol table has " + symbolCount
                            + " entries");
        }
        return (int) symbol;
    }

    /** The processor's relocation type. */
    public int type(int index) {
        return format.relocationType(info(index));
    }

    /** {@code r_addend}, or 0 without addends. */
    public long addend(int index) {
        return hasAddends ? format.addend(bytes, index * size + 2 * format.wordSize()) : 0;
    }

    /** Writes one record at byte {@code at}, with the addend only if {@code hasAddends}. */
    public static void write(
            ElfFormat format, ByteBuffer bytes, int at, boolean hasAddends, long offset, long info, long addend) {
        format.putWord(bytes, at, offset);
        format.putWord(bytes, at + format.wordSize(), info);
        if (hasAddends) {
            format.putWord(bytes, at + 2 * format.wordSize(), addend);
        }
    }

    /** The table's bytes. */
    public ByteBuffer bytes() {
        return bytes.duplicate().order(bytes.order());
    }
}
