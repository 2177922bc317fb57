package dev.klp.examples;

import dev.klp.boot.BootResult;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps of one boot by names, so that many patches can share it. */
final class Script {
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable BootResult result;

    /** Adds a step whose result nobody asks for by name. */
    Script then(Step step) {
        steps.add(step);
        return this;
    }

    /** Adds a step whose result is asked for by this name. */
    Script then(String name, Step step) {
        if (places.put(name, steps.size()) != null) {
            throw new IllegalArgumentException("two steps are called " + name);
        }
        return then(step);
    }

    void run(KernelUnderTest kernel) throws IOException, InterruptedException {
        result = kernel.boot().with(steps.toArray(Step[]::new)).run();
    }

    BootResult result() {
        if (result == null) {
            throw new IllegalStateException("not run yet");
        }
        return result;
    }

    StepResult at(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("no step is called " + name);
        }
        return result().steps().get(place);
    }

    /** What a step printed. */
    String output(String name) {
        return at(name).output();
    }
}
