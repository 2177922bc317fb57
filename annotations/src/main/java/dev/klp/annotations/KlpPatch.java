package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One livepatch module: the kernel's {@code struct klp_patch} ({@code include/linux/livepatch.h}, since Linux 4.0) and
 * the module that registers it.
 *
 * <p>The module calls {@code klp_enable_patch()} when it is loaded (one call does everything since Linux 5.1; for kernels
 * from 4.0 on that {@code -Aklp.kernel} names, it registers and unregisters the patch). Its
 * licence is GPL and it carries {@code MODULE_INFO(livepatch, "Y")}: without the first, modpost refuses it
 * ({@code klp_enable_patch} is exported to GPL modules only); without the second, the kernel answers -EINVAL.
 *
 * <p>The annotated type holds one nested type per patched object, each with {@link KlpObject}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface KlpPatch {
    /**
     * The module's name, as {@code lsmod}, {@code rmmod} and {@code /sys/kernel/livepatch/} (since Linux 4.0) use it. Two
     * modules of one name cannot be loaded at a time: the kernel answers -EEXIST. Default: the
     * type's simple name in snake case ({@code CmdlinePatch} becomes {@code cmdline_patch}).
     *
     * <p>A C identifier in lower case of at most 55 characters: the kernel holds a module's name in
     * {@code MODULE_NAME_LEN} = 64 - sizeof(long) bytes, the last one being NUL ({@code include/linux/module.h}).
     */
    String name() default "";

    /**
     * The C files that hold the new functions, relative to the folder of this type's Java source. They become part of
     * one C unit in this order, so a new function may be {@code static}.
     *
     * <p>Each is looked for beside the Java source, on the class path and in the class output (which is where
     * {@code src/main/resources} goes), then in the folder that the option {@code -Aklp.sources} names: everywhere below
     * the package's folder, in the last one also directly. A path may go down into folders and not up.
     */
    String[] sources() default {};

    /**
     * C code for the same unit, behind the {@link #sources()}: for a few lines that need no file of their own, best as a
     * text block. Java reads it first, so that a backslash of C is two here: {@code \n} in a C string is {@code \\n}. The
     * compiler's messages name the Java file and the line in it, if the annotation processor can find the text there.
     *
     * <p>{@link KlpFunc#code()} and {@link KlpSyscall#code()} are the same beside what they are for, and come behind this one.
     */
    String code() default "";

    /**
     * Patches that this one takes in, so that one module does the work of all, as a cumulative release does. Their objects
     * become one where they have one name; their C files become one unit, in the order of this list and before the
     * {@link #sources()} of this type; their hooks run in this order, and in reverse at the end. Name, module information and
     * {@link #replace()} are this type's. The included types make modules of their own as before.
     */
    Class<?>[] includes() default {};

    /**
     * Kernel headers that the declarations of the relocations need, as they stand between {@code <} and {@code >}:
     * {@code "linux/seqlock.h"}. A {@code struct} or {@code union} that a declaration only names needs none: its tag is
     * declared first.
     */
    String[] headers() default {};

    /**
     * One line for {@code MODULE_DESCRIPTION}; none is emitted for the empty string. No kernel reads it, {@code modinfo}
     * prints it.
     */
    String description() default "";

    /**
     * For {@code MODULE_AUTHOR}, usually {@code "Name <address>"}; none is emitted for the empty string. No kernel reads it,
     * {@code modinfo} prints it.
     */
    String author() default "";

    /**
     * For {@code MODULE_VERSION}; none is emitted for the empty string. Every kernel shows it in
     * {@code /sys/module/<module>/version} and draws no conclusion from it.
     */
    String version() default "";

    /**
     * Further pairs for the module's {@code .modinfo} section, such as a bug number or a CVE, as {@code modinfo} prints
     * them.
     */
    KlpModinfo[] modinfo() default {};

    /**
     * Whether this patch takes the place of every livepatch that is loaded: {@code klp_patch.replace}, the atomic
     * replace of Linux 5.1 and newer. A function that only an earlier patch replaced goes back to its original.
     *
     * <p>The kernel's own default is false. It is true here, as at the distributors that ship livepatches, because a
     * patch that stacks on others must be reverted in order and hides what is in force.
     */
    boolean replace() default true;

    /**
     * Whether tasks call the new functions at once, each where it is, and none waits until it runs no old one:
     * {@code klp_patch.immediate}, from Linux 4.12 to 4.15. For changes alone of which old and new may run side by side, and
     * for architectures whose stacks those kernels cannot trust. Such a patch can be disabled, its module never removed.
     *
     * <p>Earlier kernels do it with every patch, and newer ones with none: for these it is an error.
     */
    boolean immediate() default false;

    /** Changes of the running system that later patches take over: {@code klp_patch.states}, since Linux 5.5. */
    KlpState[] states() default {};

    /** Variables that are attached to objects of the kernel. */
    KlpShadow[] shadows() default {};

    /** What {@code insmod} may set. */
    KlpParam[] params() default {};

    /** C functions to call before the patch is enabled and after the module is done with, in order and in reverse. */
    KlpHook[] hooks() default {};

    /**
     * C files that are compiled each on its own and linked into the module, found as {@link #sources()} are. They include
     * the generated header as {@code "<module>.h"} for the relocations; a new function that is defined in one of them may
     * not be {@code static} and needs a prototype in a header that one of the {@link #sources()} includes.
     */
    String[] units() default {};

    /**
     * The author's own header files, found as {@link #sources()} are. They are put beside the C files, each at its path,
     * where {@code #include "..."} finds them.
     */
    String[] privateHeaders() default {};

    /**
     * Flags for the compiler, for all C files of this module: {@code -D}, {@code -U}, {@code -W}, {@code -f}, {@code -O},
     * {@code -g}, {@code -m} and {@code -std=}, each one word without quotes, blanks and {@code $}.
     */
    String[] cflags() default {};

    /**
     * Namespaces of exported symbols that the code uses: {@code MODULE_IMPORT_NS} (since Linux 5.4,
     * {@code Documentation/core-api/symbol-namespaces.rst}). modpost and the module loader refuse the symbols without.
     */
    String[] importNs() default {};
}
