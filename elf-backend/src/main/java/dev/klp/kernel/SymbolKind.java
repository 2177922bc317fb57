package dev.klp.kernel;

/** What a symbol stands for. */
public enum SymbolKind {
    /** Code. A livepatch can replace it if ftrace can redirect it. */
    FUNCTION,
    /** A variable or a constant. */
    DATA,
    /** An absolute value, a per-CPU offset, a label in a section without code or data, or a name of unknown kind. */
    OTHER,
    /** The name of a source file ({@code STT_FILE}). It takes part in counting positions like any other symbol. */
    FILE
}
