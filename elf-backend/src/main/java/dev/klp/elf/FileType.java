package dev.klp.elf;

/** Values of {@code e_type}: gABI 4, "ELF Header". */
public final class FileType {
    /** A relocatable file: an object file or a kernel module. */
    public static final int ET_REL = 1;
    /** An executable file: most kernels. */
    public static final int ET_EXEC = 2;
    /** A shared object: a kernel that relocates itself on some architectures. */
    public static final int ET_DYN = 3;

    private FileType() {}
}
