package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A change of the running system that outlives one patch, and that the next cumulative patch takes over:
 * {@code struct klp_state} (since Linux 5.5, {@code Documentation/livepatch/system-state.rst}).
 *
 * <p>The kernel refuses a patch with {@link KlpPatch#replace()} that does not list each state of the loaded patches with
 * at least the version that is in force ({@code klp_is_patch_compatible} in {@code kernel/livepatch/state.c}).
 *
 * <p>The generated header declares two functions per state. {@code klp_get_state_<name>()} gives this patch's own entry,
 * whose {@code data} pointer is the author's. {@code klp_get_prev_state_<name>()} gives the entry of the newest patch that
 * is being replaced, or NULL; it may be called only from {@link KlpCallbacks callbacks}, which run inside a transition.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface KlpState {
    /** The end of the names of the state's two functions in C: letters, digits and {@code _}. */
    String name();

    /**
     * The number by which patches recognise the state: {@code klp_state.id}. Not 0, at which the kernel takes the array
     * for ended, so that this state and all after it would be lost without a message.
     */
    long id();

    /** The version of the change: {@code klp_state.version}, from 0 on. A later patch may raise it and not lower it. */
    int version() default 1;
}
