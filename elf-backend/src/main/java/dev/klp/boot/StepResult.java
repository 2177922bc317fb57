package dev.klp.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one step ended.
 *
 * @param step the step
 * @param status 0, or: for a loaded module the kernel's errno (22 is EINVAL), for a disabled patch an errno, for the
 *     others the exit status of the program
 * @param output what a command wrote to its standard output
 * @param error what was written to standard error
 * @param messages what the kernel said meanwhile
 * @param taint the kernel's taint after the step
 * @param transition for a livepatch that was enabled or disabled, the time until its transition had ended or was given
 *     up; null for every other step
 * @param transitionEnded false if the transition was given up
 */
public record StepResult(
        Step step,
        int status,
        String output,
        String error,
        KernelLog messages,
        Taint taint,
        @Nullable Duration transition,
        boolean transitionEnded) {
    /** Whether the step did what it says. */
    public boolean succeeded() {
        return status == 0 && transitionEnded;
    }
}
