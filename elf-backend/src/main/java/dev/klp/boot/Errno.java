package dev.klp.boot;

/** Names of the error numbers with which the kernel refuses a module ({@code include/uapi/asm-generic/errno-base.h}). */
final class Errno {
    /** A shell's status of a program that a signal ended is this and the signal's number (POSIX XCU 2.8.2). */
    private static final int SIGNAL = 128;

    private Errno() {}

    /** The exit status of busybox's {@code insmod}, which is the kernel's error number. */
    static String describe(int status) {
        return switch (status) {
            case 1 -> "EPERM (1)";
            case 2 -> "ENOENT (2)";
            case 8 -> "ENOEXEC (8)";
            case 11 -> "EAGAIN (11)";
            case 12 -> "ENOMEM (12)";
            case 16 -> "EBUSY (16)";
            case 17 -> "EEXIST (17)";
            case 22 -> "EINVAL (22)";
            default -> status > SIGNAL ? "insmod was killed by signal " + (status - SIGNAL) : "error " + status;
        };
    }
}
