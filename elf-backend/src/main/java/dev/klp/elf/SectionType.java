package dev.klp.elf;

/**
 * Values of {@code sh_type}: gABI 4, "Section Types", unless said otherwise. Types from {@code SHT_LOPROC} on are
 * negative as a Java {@code int}; print them with {@link Integer#toHexString}.
 */
public final class SectionType {
    /** An unused header: its other fields mean nothing. */
    public static final int SHT_NULL = 0;
    /** What the program defines: code, data, debug information. */
    public static final int SHT_PROGBITS = 1;
    /** The symbol table; a relocatable file has at most one. */
    public static final int SHT_SYMTAB = 2;
    /** A table of strings, each ended by a zero byte. */
    public static final int SHT_STRTAB = 3;
    /** Relocations with addends. */
    public static final int SHT_RELA = 4;
    /** The hash table of dynamic symbols. */
    public static final int SHT_HASH = 5;
    /** Information for dynamic linking. */
    public static final int SHT_DYNAMIC = 6;
    /** Notes. */
    public static final int SHT_NOTE = 7;
    /** Zero bytes that the file does not hold. */
    public static final int SHT_NOBITS = 8;
    /** Relocations whose addend is in the place that they change. */
    public static final int SHT_REL = 9;
    /** The symbols needed for dynamic linking. */
    public static final int SHT_DYNSYM = 11;
    /** Addresses of functions called at start. */
    public static final int SHT_INIT_ARRAY = 14;
    /** Addresses of functions called at exit. */
    public static final int SHT_FINI_ARRAY = 15;
    /** Sections that are kept or dropped together. */
    public static final int SHT_GROUP = 17;
    /** Section indices that do not fit into {@code st_shndx}. */
    public static final int SHT_SYMTAB_SHNDX = 18;
    /** Relative relocations, packed. */
    public static final int SHT_RELR = 19;
    /** Symbol indices in ULEB128: {@code llvm/include/llvm/BinaryFormat/ELF.h}. */
    public static final int SHT_LLVM_ADDRSIG = 0x6FFF_4C03;
    /** Compact relocations: {@code llvm/include/llvm/BinaryFormat/ELF.h}, since LLVM 20. */
    public static final int SHT_CREL = 0x4000_0014;
    /** The hash table of dynamic symbols in GNU's form: {@code include/elf/common.h} of binutils. */
    public static final int SHT_GNU_HASH = 0x6FFF_FFF6;
    /** The version of each dynamic symbol: {@code include/elf/common.h} of binutils. */
    public static final int SHT_GNU_VERSYM = 0x6FFF_FFFF;
    /** The first value for one operating system's own types. */
    public static final int SHT_LOOS = 0x6000_0000;
    /** The first value for one processor's own types. */
    public static final int SHT_LOPROC = 0x7000_0000;

    private SectionType() {}

    /** Whether a section of this type has no bytes in the file, so that its offset and size say nothing about it. */
    public static boolean isWithoutBytes(int type) {
        return type == SHT_NOBITS || type == SHT_NULL;
    }

    /** Whether a section of this type is a table of symbols. */
    public static boolean isSymbols(int type) {
        return type == SHT_SYMTAB || type == SHT_DYNSYM;
    }

    /** Whether a section of this type is a table of relocations of fixed size. */
    public static boolean isRelocations(int type) {
        return type == SHT_RELA || type == SHT_REL;
    }
}
