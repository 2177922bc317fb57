package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.BootEnd;
import dev.klp.boot.BootResult;
import dev.klp.boot.KernelLog;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.boot.Taint;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class BootTextTest {
    private static final Step PATCH = Step.insmod(Path.of("fix.ko"));
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void shortOutputsStandInColumns() {
        assertThat(print(
                        Ansi.OFF,
                        ran("cat /a", 0, "one\n"),
                        changed(PATCH, 0, "", SHORT),
                        ran("cat /a", 0, "one two\n"),
                        ran("cat /a", 0, "one two\n"),
                        changed(Step.disable("fix"), 0, "", SHORT),
                        ran("cat /a", 0, "one\n"),
                        ran("true", 0, "")))
                .isEqualTo("""
                        insmod fix.ko: done, transition complete after 0.05 s
                        disable fix: done, transition complete after 0.05 s

                        cat /a
                          before                          one
                          after insmod fix.ko  changed    one two
                          after insmod fix.ko  no change  one two
                          after disable fix    as before  one

                        true
                          after disable fix  (nothing)

                        booted in 5.00 s, kernel taint OK
                        """);
    }

    @Test
    void longOutputsStandAsDifferences() {
        assertThat(print(
                        Ansi.OFF,
                        ran("cat /a", 0, "one\ntwo\nthree\n"),
                        changed(Step.modprobe("loop", "max_part=7"), 0, "", null),
                        ran("cat /a", 2, "one\n2\nthree\n")))
                .isEqualTo("""
                        modprobe loop max_part=7: done

                        cat /a
                          before: 3 lines
                              one
                              two
                              three
                          after modprobe loop max_part=7: 4 lines, changed
                            - two
                            + 2
                            + exit status 2

                        booted in 5.00 s, kernel taint OK
                        """);
    }

    @Test
    void aRefusalComesWithTheKernelsWords() {
        assertThat(print(Ansi.OFF, changed(PATCH, 22, "insmod: can't insert\n", null)))
                .isEqualTo("""
                        insmod fix.ko: failed
                          [1.0] a message
                          insmod: can't insert

                        booted in 5.00 s, kernel taint OK
                        """);
    }

    @Test
    void whatChangedIsBold() {
        assertThat(print(Ansi.ON, ran("cat /a", 0, "one\n"), ran("cat /a", 0, "two\n")))
                .contains("\u001b[1mcat /a\u001b[0m", "changed  \u001b[1mtwo\u001b[0m");
    }

    private static String print(Ansi style, StepResult... steps) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new BootText(out, style)
                .print(new BootResult(
                        BootEnd.FINISHED, List.of(steps), null, new KernelLog(List.of()), Duration.ofSeconds(5)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static StepResult ran(String command, int status, String output) {
        return result(Step.command(command), status, output, "", null);
    }

    private static StepResult changed(Step step, int status, String error, @Nullable Duration transition) {
        return result(step, status, "", error, transition);
    }

    private static StepResult result(
            Step step, int status, String output, String error, @Nullable Duration transition) {
        KernelLog messages = new KernelLog(List.of("[1.0] a message"));
        return new StepResult(step, status, output, error, messages, new Taint(0x9000), transition, true);
    }
}
