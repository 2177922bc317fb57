package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * C functions that the kernel calls before and after an object is patched and unpatched: {@code struct klp_callbacks}
 * (since Linux 4.15, {@code Documentation/livepatch/callbacks.rst}).
 *
 * <p>All four run in process context and may sleep. They run when the patch is enabled or disabled for a loaded object,
 * and when a module that is to be patched comes or goes. Each of {@link #prePatch()} and {@link #postPatch()} that takes
 * something needs its counterpart that gives it back: {@link #postUnpatch()} and {@link #preUnpatch()}.
 *
 * <p>When a patch with {@link KlpPatch#replace()} takes the place of others, only its own callbacks run, none of theirs.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface KlpCallbacks {
    /**
     * {@code int f(struct klp_object *obj)}, before the object is patched. Anything but 0 refuses: the patch is not
     * loaded, or the module that is to be patched is not ({@code klp_module_coming} in {@code kernel/livepatch/core.c}),
     * and no other callback of this object runs.
     */
    String prePatch() default "";

    /** {@code void f(struct klp_object *obj)}, once all tasks run the new functions. */
    String postPatch() default "";

    /** {@code void f(struct klp_object *obj)}, before tasks go back to the old functions; undoes {@link #postPatch()}. */
    String preUnpatch() default "";

    /**
     * {@code void f(struct klp_object *obj)}, once no task runs a new function any more; undoes {@link #prePatch()}. Runs
     * also when a transition that was begun is reversed.
     */
    String postUnpatch() default "";
}
