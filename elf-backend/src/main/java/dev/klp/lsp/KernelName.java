package dev.klp.lsp;

/**
 * A place in a Java source that names something of the kernel.
 *
 * @param kind what is named
 * @param object the object whose symbols are meant: a module, or {@code vmlinux}; of an object's name itself, that name
 * @param start the offset of the name
 * @param end the offset behind it; the same as {@code start} if nothing is written yet
 */
record KernelName(Kind kind, String object, int start, int end) {
    static final String VMLINUX = "vmlinux";

    enum Kind {
        /** An object. */
        OBJECT,
        /** A symbol of any kind. */
        SYMBOL,
        /** A function, in a literal. */
        FUNCTION,
        /** A function, as the name of a Java method. */
        METHOD
    }
}
