package dev.klp.boot.junit;

import dev.klp.boot.StepResult;

/**
 * What one command showed around a patch.
 *
 * @param before the command without the patch
 * @param load the loading of the patch, with the time that its transition took
 * @param with the command with the patch
 * @param disable the disabling of the patch
 * @param without the command after that
 */
public record Comparison(StepResult before, StepResult load, StepResult with, StepResult disable, StepResult without) {
    /** What the command printed without the patch. */
    public String outputBefore() {
        return before.output();
    }

    /** What it printed with the patch. */
    public String outputWith() {
        return with.output();
    }

    /** What it printed once the patch was disabled. */
    public String outputWithout() {
        return without.output();
    }
}
