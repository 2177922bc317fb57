package dev.klp.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.klp.boot.StepResult;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * One run of a command that may be run several times in one boot.
 *
 * @param when after which change it ran
 * @param lines its output, then what it wrote to standard error, then its status unless that is 0
 */
record CommandRun(String when, List<String> lines) {
    static CommandRun of(String when, StepResult result) {
        List<String> lines = new ArrayList<>(result.output().lines().toList());
        result.error().lines().forEach(line -> lines.add("stderr: " + line));
        if (result.status() != 0) {
            lines.add("exit status " + result.status());
        }
        return new CommandRun(when, List.copyOf(lines));
    }

    /** Text in bold where the style has any. */
    static String bold(String text, Ansi style) {
        return style.enabled() ? Ansi.Style.bold.on() + text + Ansi.Style.reset.on() : text;
    }

    /** The runs of one command: in columns if none wrote more than a line, else each after the first as a difference. */
    static List<String> comparison(List<CommandRun> runs, Ansi style) {
        boolean shortOnes = runs.stream().allMatch(run -> run.lines.size() <= 1);
        return shortOnes ? columns(runs, style) : differences(runs, style);
    }

    private static List<String> columns(List<CommandRun> runs, Ansi style) {
        int whenWidth = runs.stream().mapToInt(run -> run.when.length()).max().orElse(0);
        List<String> notes = notes(runs);
        int noteWidth = notes.stream().mapToInt(String::length).max().orElse(0);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            CommandRun run = runs.get(i);
            String text = run.lines.isEmpty() ? "(nothing)" : run.lines.get(0);
            String shown = notes.get(i).equals("changed") ? bold(text, style) : text;
            rows.add(padded(run.when, whenWidth) + "  " + (noteWidth == 0 ? "" : padded(notes.get(i), noteWidth) + "  ")
                    + shown);
        }
        return rows;
    }

    private static List<String> differences(List<CommandRun> runs, Ansi style) {
        List<String> notes = notes(runs);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            CommandRun run = runs.get(i);
            rows.add(run.when + ": " + lineCount(run) + (notes.get(i).isEmpty() ? "" : ", " + notes.get(i)));
            if (i == 0) {
                run.lines.forEach(line -> rows.add("    " + line));
            } else if (notes.get(i).equals("changed")) {
                addDifference(runs.get(i - 1).lines, run.lines, style, rows);
            }
        }
        return rows;
    }

    private static void addDifference(List<String> old, List<String> now, Ansi style, List<String> rows) {
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            delta.getSource().getLines().forEach(line -> rows.add("  - " + line));
            delta.getTarget().getLines().forEach(line -> rows.add(bold("  + " + line, style)));
        }
    }

    /** For each run how its output stands to those before: as the first one, as the one before it, or neither. */
    private static List<String> notes(List<CommandRun> runs) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<String> lines = runs.get(i).lines;
            if (i == 0) {
                notes.add("");
            } else if (lines.equals(runs.get(0).lines)) {
                notes.add("as before");
            } else {
                notes.add(lines.equals(runs.get(i - 1).lines) ? "no change" : "changed");
            }
        }
        return notes;
    }

    private static String lineCount(CommandRun run) {
        return run.lines.size() == 1 ? "1 line" : run.lines.size() + " lines";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
