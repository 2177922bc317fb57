package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One patched object: the kernel itself or one of its modules, the kernel's {@code struct klp_object} (since Linux 4.0).
 *
 * <p>Stands on a type nested in the {@link KlpPatch} type. Its methods with {@link KlpFunc} are the functions that are
 * replaced, its {@link KlpModuleReloc}s the references to unexported symbols that become valid with the object. An object
 * may also have {@link #callbacks()} alone. A type that carries only relocations makes no {@code klp_object}. Of a module
 * that is an error, because its references become valid when the kernel patches it, and then it never does.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface KlpObject {
    /**
     * The module's name; the empty string, the default, is vmlinux, for which the kernel wants
     * {@code klp_object.name = NULL}.
     *
     * <p>The name that {@code lsmod} prints: no folder, no {@code .ko}, {@code _} where the file name has {@code -}, at
     * most 55 characters. The kernel compares it with {@code struct module.name}
     * ({@code klp_find_object_module} in {@code kernel/livepatch/core.c}); a name that never matches is accepted and
     * never applied, without a message. A module that is not loaded yet is patched when it comes.
     */
    String value() default "";

    /** What to call before and after the object is patched: {@code klp_object.callbacks}, since Linux 4.15. */
    KlpCallbacks callbacks() default @KlpCallbacks;
}
