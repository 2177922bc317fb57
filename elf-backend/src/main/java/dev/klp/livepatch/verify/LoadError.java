package dev.klp.livepatch.verify;

/** The errors with which the kernel refuses a module: include/uapi/asm-generic/errno-base.h. */
public enum LoadError {
    /** A symbol is exported by nobody. */
    ENOENT(2),
    /** The file is no module for this kernel. */
    ENOEXEC(8),
    /** The same thing is there already. */
    EEXIST(17),
    /** The module contradicts itself or the kernel. */
    EINVAL(22),
    /** The signature is missing or that of nobody whom the kernel trusts. */
    EKEYREJECTED(129);

    private final int number;

    LoadError(int number) {
        this.number = number;
    }

    /** The error's number, as {@code finit_module} returns it. */
    public int number() {
        return number;
    }
}
