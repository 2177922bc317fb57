package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Two C functions around the life of the module: what {@link #init()} takes, {@link #exit()} gives back.
 *
 * <p>The generated {@code module_init} calls the init functions in order and then {@code klp_enable_patch()}. If one of
 * them fails, the exit functions of those that succeeded are called in reverse, and {@code insmod} gets its error. The
 * generated {@code module_exit}, which runs once no task is in the patch any more, calls all exit functions in reverse.
 *
 * <p>Relocations against symbols of vmlinux are in force when init runs (since Linux 5.8), those of modules are not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface KlpHook {
    /**
     * {@code int f(void)}: 0, or a negative error number. A positive result counts as -EINVAL, with a message: the kernel
     * would keep the module ({@code do_init_module} in {@code kernel/module/main.c}), without its patch enabled.
     */
    String init() default "";

    /** {@code void f(void)}. */
    String exit() default "";
}
