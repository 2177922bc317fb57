package dev.klp.elf;

/** The low four bits of {@code st_info}: gABI 4, "Symbol Types". */
public final class SymbolType {
    /** Not said. */
    public static final int STT_NOTYPE = 0;
    /** A data object. */
    public static final int STT_OBJECT = 1;
    /** A function or other code. */
    public static final int STT_FUNC = 2;
    /** A section. */
    public static final int STT_SECTION = 3;
    /** The name of a source file. */
    public static final int STT_FILE = 4;
    /** A common block. */
    public static final int STT_COMMON = 5;
    /** Thread-local storage. */
    public static final int STT_TLS = 6;
    /** A function that chooses the function: {@code STT_LOOS}, GNU. */
    public static final int STT_GNU_IFUNC = 10;

    private SymbolType() {}
}
