package dev.klp.elf;

/** Special section indices, as in {@code st_shndx}: gABI 4, "Special Section Indexes". */
public final class SectionIndex {
    /** No section; a symbol of this index is undefined. */
    public static final int SHN_UNDEF = 0;
    /** The first reserved index: a section of this or a greater index needs extended numbering. */
    public static final int SHN_LORESERVE = 0xFF00;
    /** The symbol's value is absolute. */
    public static final int SHN_ABS = 0xFFF1;
    /** The symbol is a common block, its value the alignment. */
    public static final int SHN_COMMON = 0xFFF2;
    /** The index stands elsewhere: in {@code SHT_SYMTAB_SHNDX} for symbols, in section header 0 for the ELF header. */
    public static final int SHN_XINDEX = 0xFFFF;

    private SectionIndex() {}
}
