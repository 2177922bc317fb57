package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One replaced function: the kernel's {@code struct klp_func} (since Linux 4.0).
 *
 * <p>Stands on a method of a {@link KlpObject} type. The method is named after the function and has neither parameters
 * nor a body: the new function is written in C, in one of {@link KlpPatch#sources()} or in {@link #code()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface KlpFunc {
    /**
     * The C function that is called instead: {@code klp_func.new_func}, since Linux 4.0. ftrace sends each call of the old
     * function there ({@code klp_ftrace_handler} in {@code kernel/livepatch/patch.c}), so it must have the old one's
     * prototype: callers stay as they are compiled. Since Linux 4.12 each task goes over by itself, once it runs none of
     * the patch's functions ({@code kernel/livepatch/transition.c}); until then both run side by side. It may be
     * {@code static}.
     */
    String newFunc();

    /**
     * The name of the old function where the method cannot be called so: {@code klp_func.old_name}, since Linux 4.0.
     * Default: the method's name. The kernel looks it up in the object's symbols when the object is there, and refuses the
     * patch, or the module that comes, if it finds none.
     *
     * <p>For names that are no Java identifiers ({@code foo.isra.0}), Java keywords, methods of {@code Object}, and a
     * second function of one name in one object. Exactly the name in {@code /proc/kallsyms}; shorter than
     * {@code KSYM_NAME_LEN}, which is 128 before Linux 6.1 and 512 since.
     */
    String oldName() default "";

    /**
     * Which of the symbols of this name in the object is meant: {@code klp_func.old_sympos}, since Linux 4.5.
     *
     * <p>0, the default, says that the name is unique in the object, or the kernel refuses the patch
     * ("unresolvable ambiguity"). n from 1 is the n-th symbol of that name: in vmlinux by ascending address, in a module
     * in the order of its {@code .symtab}. Data counts as well as functions ({@code klp_find_object_symbol} in
     * {@code kernel/livepatch/core.c}). {@link #near()} lets the position be computed.
     */
    int sympos() default 0;

    /**
     * Which of the symbols of this name is meant, by a symbol that stands beside it; the position is then computed for
     * each kernel of {@code -Aklp.kernel}, which must be given. In vmlinux and in a module's section the linker keeps the
     * functions of one C file together, so that a neighbour says in which file a function is, and does so in many kernels,
     * while its position changes with every one.
     *
     * <p>The symbol meant is the one directly before or behind which one of these names stands, by address; if none or
     * several do, the only one that has one of these names among the 16 symbols before it and as many behind it.
     * Several names are for kernels that differ. Together with {@link #sympos()} the two must agree.
     */
    String[] near() default {};

    /**
     * Which of the symbols of this name is meant, by the C file that defines it: {@code "kernel/irq/irqdesc.c"}, or the
     * end of its path behind a slash. Only for kernels of whose symbols an index knows the files, from {@code STT_FILE}
     * symbols; distributors strip these from what they ship, so that {@link #near()} is what works there. Together with
     * {@link #near()} or {@link #sympos()} they must agree.
     */
    String file() default "";

    /** {@link KlpPatch#immediate()} for this function alone: {@code klp_func.immediate}, from Linux 4.12 to 4.15. */
    boolean immediate() default false;

    /**
     * C code for the unit, such as the definition of {@link #newFunc()}: see {@link KlpPatch#code()}. A backslash of C is two
     * here: {@code \n} in a C string is {@code \\n}.
     */
    String code() default "";
}
