package dev.klp.templates.model;

import java.util.List;
import java.util.Locale;

/**
 * A way into a system call on x86-64 since Linux 4.17 ({@code arch/x86/include/asm/syscall_wrapper.h}): a function
 * {@code long f(const struct pt_regs *)}.
 */
public enum SyscallEntry {
    /** Of 64-bit programs. */
    X64("__x64_sys_", "", "", List.of("di", "si", "dx", "r10", "r8", "r9")),
    /** Of 32-bit programs, where they share the body. */
    IA32("__ia32_sys_", "CONFIG_IA32_EMULATION", "(unsigned int)", Registers.IA32),
    /** Of 32-bit programs, where they have a body of their own. */
    IA32_COMPAT("__ia32_compat_sys_", "CONFIG_IA32_EMULATION", "(unsigned int)", Registers.IA32);

    /** {@code __NR_syscall_max} is no limit here: {@code SYSCALL_DEFINE6} is the largest ({@code include/linux/syscalls.h}). */
    public static final int MAX_PARAMETERS = 6;

    private final String prefix;
    private final String configuration;
    private final String cast;
    private final List<String> registers;

    SyscallEntry(String prefix, String configuration, String cast, List<String> registers) {
        this.prefix = prefix;
        this.configuration = configuration;
        this.cast = cast;
        this.registers = registers;
    }

    /** The entry's name in the kernel. */
    public String symbol(String syscall) {
        return prefix + syscall;
    }

    /** The name of the generated function that takes the entry's place and calls {@code function}. */
    public String stub(String function) {
        return function + "_" + name().toLowerCase(Locale.ROOT);
    }

    /** The option without which the kernel has no such entry; empty where it always has. */
    public String configuration() {
        return configuration;
    }

    /** The argument at a place, as an {@code unsigned long} of C: 32-bit programs leave anything in the upper half. */
    public String argument(int index) {
        return cast + "regs->" + registers.get(index);
    }

    /** Held apart, because an enumeration's constants come first. */
    private static final class Registers {
        static final List<String> IA32 = List.of("bx", "cx", "dx", "si", "di", "bp");
    }
}
