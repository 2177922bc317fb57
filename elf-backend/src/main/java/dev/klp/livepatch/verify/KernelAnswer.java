package dev.klp.livepatch.verify;

import org.jspecify.annotations.Nullable;

/**
 * How the kernel answers.
 *
 * @param outcome what it does
 * @param error with which error it refuses a module, or null if it does not
 * @param message the line that it writes to its log, without what stands before it there, or null if it writes none
 */
public record KernelAnswer(
        Outcome outcome,
        @Nullable LoadError error,
        @Nullable String message) {
    /** It does not load the module and says nothing. */
    static KernelAnswer refused(LoadError error) {
        return new KernelAnswer(Outcome.REFUSED, error, null);
    }

    /** It does not load the module. */
    static KernelAnswer refused(LoadError error, String message) {
        return new KernelAnswer(Outcome.REFUSED, error, message);
    }

    /** It refuses to load a module that the livepatch patches. */
    static KernelAnswer targetRefused(LoadError error, String message) {
        return new KernelAnswer(Outcome.TARGET_REFUSED, error, message);
    }

    /** It says nothing. */
    static KernelAnswer silent(Outcome outcome) {
        return new KernelAnswer(outcome, null, null);
    }
}
