package dev.klp.processor.check;

/**
 * One rule about a patch and one kernel. Its sentences end where the kernel's name can follow: several kernels of which the
 * same is to be said get one message ({@link KernelFindings}).
 */
interface KernelCheck {
    void check(KernelSubject subject, Findings findings);

    /** Whether the rule is broken only if every kernel breaks it. */
    default boolean mustHoldEverywhere() {
        return false;
    }
}
