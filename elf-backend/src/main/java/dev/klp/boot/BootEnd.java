package dev.klp.boot;

/** How a machine came to its end. */
public enum BootEnd {
    /** All steps were carried out and the machine powered itself off. */
    FINISHED,
    /** The machine stopped before all steps were carried out, as it does when the kernel panics. */
    DIED,
    /** The time limit was reached, and the machine was killed. */
    TIMED_OUT
}
