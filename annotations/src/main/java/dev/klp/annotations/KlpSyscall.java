package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One replaced system call, by its name in {@code SYSCALL_DEFINE<n>(name, ...)}.
 *
 * <p>Stands on a method of the {@link KlpObject} type for vmlinux. The kernel enters a system call through functions that
 * take {@code struct pt_regs} and unpack it (since Linux 4.17, {@code arch/x86/include/asm/syscall_wrapper.h}); the
 * function that holds the body is inlined into them and cannot be replaced. On x86-64 there are two of them, for 64-bit
 * programs {@code __x64_sys_<name>} and, with {@code CONFIG_IA32_EMULATION}, for 32-bit ones {@code __ia32_sys_<name>}. Both
 * are replaced, by generated functions that unpack the arguments and call {@link #newFunc()}. Only x86-64 is known.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface KlpSyscall {
    /** The C function that is called instead: {@code long f(<parameters>)}. It may be {@code static}. */
    String newFunc();

    /** The system call's name where the method cannot be called so. Default: the method's name. */
    String name() default "";

    /**
     * The C types of the parameters in order, at most six: {@code {"int", "const char __user *", "size_t"}}. As in
     * {@code SYSCALL_DEFINE<n>}, without the names.
     */
    String[] parameters() default {};

    /**
     * The C function for 32-bit programs where the system call has an entry of its own for them,
     * {@code COMPAT_SYSCALL_DEFINE<n>}: {@code __ia32_compat_sys_<name>} is replaced instead of {@code __ia32_sys_<name>}. Its
     * parameters are {@link #compatParameters()}.
     */
    String compatFunc() default "";

    /** The C types of the parameters of {@link #compatFunc()}. */
    String[] compatParameters() default {};

    /** Leaves 32-bit programs with the old system call. Without a word of the author's they never are. */
    boolean nativeOnly() default false;

    /**
     * C code for the unit, such as the definition of {@link #newFunc()}: see {@link KlpPatch#code()}. A backslash of C is two
     * here: {@code \n} in a C string is {@code \\n}.
     */
    String code() default "";
}
