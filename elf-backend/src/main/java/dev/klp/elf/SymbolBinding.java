package dev.klp.elf;

/** The high four bits of {@code st_info}: gABI 4, "Symbol Binding". */
public final class SymbolBinding {
    /** Seen in its own file only; stands before all others in the table. */
    public static final int STB_LOCAL = 0;
    /** Seen by all files that are linked together. */
    public static final int STB_GLOBAL = 1;
    /** Like global, but yields to a global definition and may stay undefined. */
    public static final int STB_WEAK = 2;
    /** One per process: {@code STB_LOOS}, GNU. */
    public static final int STB_GNU_UNIQUE = 10;

    private SymbolBinding() {}
}
