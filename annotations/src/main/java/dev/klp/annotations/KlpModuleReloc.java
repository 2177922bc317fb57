package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A reference from the patch's C code to a function or a variable that the kernel does not export to modules.
 *
 * <p>Stands on a {@link KlpObject} type. The kernel resolves such references itself, from the module's
 * {@code .klp.rela.*} sections (format since Linux 4.7, {@code Documentation/livepatch/module-elf-format.rst}): those of
 * vmlinux when the livepatch is loaded, those of a module when that module is loaded and patched. The annotated object
 * is the one whose loading opens the gate; the symbol itself may be defined elsewhere, see {@link #definedIn()}.
 *
 * <p>Since Linux 5.8 a symbol of vmlinux may not be referenced from a module's section: the kernel would refuse to load
 * that module ("invalid access to vmlinux symbol"). Name such a symbol on the vmlinux object, also where only code for a
 * module uses it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(KlpModuleRelocs.class)
public @interface KlpModuleReloc {
    /**
     * The symbol's name as in {@code /proc/kallsyms}: printable, without blanks, commas, quotes and backslashes, shorter
     * than {@code KSYM_NAME_LEN} (128 before Linux 6.1, 512 since). The kernel looks it up among all symbols of the
     * defining object, static ones too, and refuses the patch, or the module that comes, if there is none
     * ({@code klp_resolve_symbols} in {@code kernel/livepatch/core.c}, since Linux 4.7).
     */
    String symbol();

    /**
     * The C declaration, without {@code extern}, initial value and semicolon: {@code "char *saved_command_line"},
     * {@code "void si_swapinfo(struct sysinfo *val)"}. It declares {@link #cName()}. The kernel knows no
     * types: code that is compiled with a wrong one runs, and does something else.
     *
     * <p>May be left out of what a kernel with BTF describes, which is nearly every function and the per-CPU variables,
     * when {@code -Aklp.kernel} names one: it is then printed for each kernel from its BTF. Structures and unions are
     * declared by their tags; what else the declaration names must be in {@link KlpPatch#headers()}.
     */
    String declaration() default "";

    /**
     * Which of the symbols of this name in the defining object is meant: the number at the end of the symbol's name in
     * the built module, {@code .klp.sym.vmlinux.type_show,3}, since Linux 4.7. Counted as in {@link KlpFunc#sympos()};
     * 0, the default, says that the name is unique in the defining object.
     */
    int sympos() default 0;

    /** Which of the symbols of this name is meant, by a symbol that stands beside it; see {@link KlpFunc#near()}. */
    String[] near() default {};

    /** Which of the symbols of this name is meant, by the C file that defines it; see {@link KlpFunc#file()}. */
    String file() default "";

    /**
     * The object that defines the symbol where that is not the annotated object: a module whose export the patched
     * module uses. A plain reference to it would make the patch depend on that module being loaded first. It is the object
     * in the symbol's name in the built module, {@code .klp.sym.zsmalloc.zs_get_total_pages,0}, since Linux 4.7; the
     * annotated object is in the name of the section, {@code .klp.rela.zram.text}. Default: the annotated object.
     */
    String definedIn() default "";

    /**
     * The name by which the C code calls the symbol, which the kernel never sees. Default: {@link #symbol()} where that is
     * a C identifier. Needed where it is none, and where two symbols of one patch share a name.
     */
    String cName() default "";
}
