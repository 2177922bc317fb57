package dev.klp.kernel;

/** How well the order of an object's symbols is known. A position ({@code sympos}) is as good as the order that it counts in. */
public enum SymbolOrder {
    /**
     * The order in which the kernel itself walks the symbols: for vmlinux the kallsyms table (ascending address, ties in table
     * order), for a module its {@code .symtab} ({@code klp_find_object_symbol} in kernel/livepatch/core.c).
     */
    KERNEL,
    /**
     * Ascending address out of a {@code System.map} or of a symbol table. {@code nm -n} breaks ties by name and kallsyms doesn't,
     * so two symbols of one name at one address may stand in the wrong order, and symbols may be listed that kallsyms leaves out.
     */
    ADDRESS,
    /** Only the number of symbols of each name is known, as in {@code symbols.klp}, which is sorted by name. */
    COUNT_ONLY
}
