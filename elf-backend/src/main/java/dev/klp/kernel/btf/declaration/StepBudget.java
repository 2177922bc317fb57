package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfLimits;

/** How many types may still be looked at. A type that is reached on many paths is looked at on each of them. */
final class StepBudget {
    private int steps;

    void step(Btf btf, int id) throws BtfFormatException {
        if (++steps > BtfLimits.STEPS) {
            throw btf.problem(id, "is reached after more than " + BtfLimits.STEPS + " steps");
        }
    }
}
