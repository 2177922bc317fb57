package dev.klp.untrusted;

/** How long each reader is fuzzed. */
final class Budget {
    /** Until then the executions must be done. */
    static final String DURATION = "4h";

    static final long EXECUTIONS = 1_000_000;

    private Budget() {}
}
