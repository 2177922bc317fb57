package dev.klp.elf;

/** Bits of {@code sh_flags}: gABI 4, "Section Attribute Flags". */
public final class SectionFlag {
    /** Writable while the program runs. */
    public static final long SHF_WRITE = 0x1;
    /** Takes memory while the program runs. */
    public static final long SHF_ALLOC = 0x2;
    /** Holds machine instructions. */
    public static final long SHF_EXECINSTR = 0x4;
    /** Equal elements may be merged. */
    public static final long SHF_MERGE = 0x10;
    /** Holds strings, each ended by a zero character of {@code sh_entsize} bytes. */
    public static final long SHF_STRINGS = 0x20;
    /** {@code sh_info} is the index of a section. */
    public static final long SHF_INFO_LINK = 0x40;
    /** Keeps its order relative to the section that {@code sh_link} names. */
    public static final long SHF_LINK_ORDER = 0x80;
    /** Needs handling that only the operating system knows. */
    public static final long SHF_OS_NONCONFORMING = 0x100;
    /** Is a member of a section group. */
    public static final long SHF_GROUP = 0x200;
    /** Holds thread-local storage. */
    public static final long SHF_TLS = 0x400;
    /** Begins with a compression header. */
    public static final long SHF_COMPRESSED = 0x800;

    private SectionFlag() {}
}
