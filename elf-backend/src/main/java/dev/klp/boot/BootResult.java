package dev.klp.boot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one boot brought back.
 *
 * @param end how the machine came to its end
 * @param steps the steps that ended, in order
 * @param unfinished the step during which the machine stopped; null if there was none
 * @param console everything on the kernel's console, from its first message to its last
 * @param duration the time that the machine ran, by the host's clock
 */
public record BootResult(
        BootEnd end,
        List<StepResult> steps,
        @Nullable UnfinishedStep unfinished,
        KernelLog console,
        Duration duration) {
    public BootResult {
        steps = List.copyOf(steps);
    }

    /**
     * What went wrong: a module that the kernel refused, a transition that did not end, a fault of the kernel, a machine
     * that stopped early. Empty if nothing did. The exit status of a command is the caller's to judge.
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (StepResult result : steps) {
            String title = result.step().title();
            if (result.status() != 0 && !(result.step() instanceof Step.Command)) {
                problems.add(title + ": " + reason(result) + lastLine(result.error()));
            }
            if (!result.transitionEnded()) {
                problems.add(title + ": the transition did not end");
            }
            addFaults(problems, result.step(), result.messages());
        }
        if (end != BootEnd.FINISHED) {
            problems.add(earlyEnd());
        }
        if (unfinished != null) {
            addFaults(problems, unfinished.step(), unfinished.messages());
        } else if (end != BootEnd.FINISHED && steps.isEmpty()) {
            console.faults().forEach(line -> problems.add("the kernel says: " + line));
        }
        return problems;
    }

    private static void addFaults(List<String> problems, Step step, KernelLog messages) {
        messages.faults().forEach(line -> problems.add(step.title() + ": the kernel says: " + line));
    }

    private static String reason(StepResult result) {
        boolean loading = result.step() instanceof Step.Insmod || result.step() instanceof Step.Modprobe;
        return loading ? "the kernel refused it: " + Errno.describe(result.status()) : "status " + result.status();
    }

    private String earlyEnd() {
        String how = end == BootEnd.TIMED_OUT
                ? "the machine was killed after " + duration.toSeconds() + " s"
                : "the machine stopped early";
        return unfinished == null
                ? how + ", outside of any step"
                : how + ", during: " + unfinished.step().title();
    }

    private static String lastLine(String error) {
        String stripped = error.strip();
        return stripped.isEmpty() ? "" : " (" + stripped.substring(stripped.lastIndexOf('\n') + 1) + ")";
    }
}
