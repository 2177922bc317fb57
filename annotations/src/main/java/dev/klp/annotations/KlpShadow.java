package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A variable that is attached to an object of the kernel whose type has no room for it: a shadow variable (since
 * Linux 4.15, {@code Documentation/livepatch/shadow-vars.rst}).
 *
 * <p>The generated header declares typed functions around those of the kernel. For {@code name = "reads"},
 * {@code object = "struct inode"} and {@code type = "int"} they are
 *
 * <pre>{@code
 * int *klp_shadow_get_reads(struct inode *obj);
 * int *klp_shadow_alloc_reads(struct inode *obj, gfp_t gfp_flags);
 * int *klp_shadow_get_or_alloc_reads(struct inode *obj, gfp_t gfp_flags);
 * void klp_shadow_free_reads(struct inode *obj);
 * void klp_shadow_free_all_reads(void);
 * }</pre>
 *
 * <p>{@code get} gives NULL where there is no variable, {@code alloc} warns and gives NULL where there is one already.
 * With a {@link #ctor()}, {@code alloc} and {@code get_or_alloc} take a third parameter, {@code void *ctor_data}. Without
 * one the variable begins as zeros. Variables outlive the patch: what no later patch takes over is to be freed by
 * {@code free_all} in {@link KlpCallbacks#postUnpatch()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface KlpShadow {
    /** The end of the names of the variable's functions in C: letters, digits and {@code _}. */
    String name();

    /**
     * The number that tells the variables of one object apart. All livepatches of a system share these numbers, and the
     * kernel notices no collision: two patches would take each other's data for their own. A patch that takes a variable
     * over from an earlier one repeats it with the same name and types.
     */
    long id();

    /** The C type of the object: {@code "struct inode"}. Its address is what the kernel finds the variable by. */
    String object();

    /** The C type of the variable: {@code "int"}, {@code "struct read_count"}. Known at the end of the last C file. */
    String type();

    /**
     * A C function {@code int f(<object> *obj, <type> *variable, void *ctor_data)} that fills a new variable; anything
     * but 0 gives it up, and the caller gets NULL.
     *
     * <p>It runs with interrupts off and under the spinlock {@code klp_shadow_lock} ({@code __klp_shadow_get_or_alloc} in
     * {@code kernel/livepatch/shadow.c}): it may not sleep, allocate with {@code GFP_KERNEL} or use other shadow
     * variables.
     */
    String ctor() default "";

    /**
     * A C function {@code void f(<object> *obj, <type> *variable)} that is called before a variable is freed, under the
     * same spinlock as {@link #ctor()}. When all are freed the object itself may be gone already.
     */
    String dtor() default "";
}
