package dev.klp.cli;

import dev.klp.boot.BootResult;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What a boot brought back, for a person: first what was loaded and disabled, then each command once, with its outputs
 * under one another so that what changed meets the eye.
 */
final class BootText {
    private final PrintStream out;
    private final Ansi style;

    BootText(PrintStream out, Ansi style) {
        this.out = out;
        this.style = style;
    }

    void print(BootResult result) {
        Map<String, List<CommandRun>> commands = new LinkedHashMap<>();
        String when = "before";
        for (StepResult step : result.steps()) {
            if (step.step() instanceof Step.Command command) {
                commands.computeIfAbsent(command.commandLine(), line -> new ArrayList<>())
                        .add(CommandRun.of(when, step));
            } else {
                printChange(step);
                when = "after " + step.step().title();
            }
        }
        commands.forEach((commandLine, runs) -> {
            out.println();
            out.println(CommandRun.bold(commandLine, style));
            CommandRun.comparison(runs, style).forEach(line -> out.println("  " + line));
        });
        out.println();
        out.println("booted in " + seconds(result.duration()) + ", kernel taint " + taint(result));
    }

    private void printChange(StepResult result) {
        out.println(result.step().title() + ": " + outcome(result));
        if (!result.succeeded()) {
            result.messages().lines().forEach(line -> out.println("  " + line));
        }
        result.error().lines().forEach(line -> out.println("  " + line));
    }

    private static String outcome(StepResult result) {
        if (result.status() != 0) {
            return "failed";
        }
        if (result.transition() == null) {
            return "done";
        }
        String after = " after " + seconds(result.transition());
        return result.transitionEnded() ? "done, transition complete" + after : "transition given up" + after;
    }

    private static String taint(BootResult result) {
        if (result.steps().isEmpty()) {
            return "unknown";
        }
        String letters = result.steps().get(result.steps().size() - 1).taint().letters();
        return letters.isEmpty() ? "none" : letters;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
