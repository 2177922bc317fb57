package dev.klp.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootReportTest {
    private static final List<Step> STEPS = List.of(Step.command("first"), Step.disable("second"));

    private static final String CONSOLE = "[0.0] Linux\r\n"
            + "[1.0] klp boot: step 0: first\r\n"
            + "[1.1] of the first\r\n"
            + "[2.0] klp boot: step 1: disable second\r\n"
            + "[2.1] of the second\r\n"
            + "[3.0] klp boot: done\r\n"
            + "[3.1] reboot: Power down\r\n";

    @Test
    void readsWholeReports() throws IOException {
        BootResult result = read(report(), true);

        assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        assertThat(result.unfinished()).isNull();
        assertThat(result.console().lines()).hasSize(7);
        StepResult first = result.steps().get(0);
        assertThat(first.step()).isEqualTo(STEPS.get(0));
        assertThat(first.status()).isEqualTo(3);
        assertThat(first.output()).isEqualTo("one\ntwo\n");
        assertThat(first.error()).isEqualTo("end 0 is output too\n");
        assertThat(first.messages().lines()).containsExactly("[1.1] of the first");
        assertThat(first.transition()).isNull();
        StepResult second = result.steps().get(1);
        assertThat(second.messages().lines()).containsExactly("[2.1] of the second");
        assertThat(second.taint().letters()).isEqualTo("K");
        assertThat(second.transition()).isEqualTo(Duration.ofMillis(1230));
        assertThat(second.transitionEnded()).isFalse();
        assertThat(second.succeeded()).isFalse();
        assertThat(result.problems()).containsExactly("disable second: the transition did not end");
    }

    /** A machine may die at any byte; what came before it is reported, and never more. */
    @Test
    void readsReportsThatEndAnywhere() throws IOException {
        byte[] report = report();
        for (int length = 0; length < report.length; length++) {
            BootResult result = read(Arrays.copyOf(report, length), true);

            assertThat(result.end()).isEqualTo(BootEnd.DIED);
            assertThat(result.problems()).anyMatch(problem -> problem.startsWith("the machine stopped early"));
        }
    }

    @Test
    void namesTheStepThatTheTimeLimitCutOff() throws IOException {
        BootResult result = read("begin 1\n".getBytes(StandardCharsets.US_ASCII), false);

        assertThat(result.end()).isEqualTo(BootEnd.TIMED_OUT);
        assertThat(result.problems()).containsExactly("the machine was killed after 7 s, during: disable second");
    }

    @Test
    void tellsWhyAKernelDidNotReachTheFirstStep() throws IOException {
        String panic = "[0.06] Kernel panic - not syncing: IO-APIC + timer doesn't work!";
        BootResult result = new BootReport(STEPS, panic.getBytes(StandardCharsets.UTF_8), new byte[0])
                .result(true, Duration.ofSeconds(1));

        assertThat(result.problems())
                .containsExactly("the machine stopped early, outside of any step", "the kernel says: " + panic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"begin 2", "begin -1", "begin", "end 0 1 2", "end 0 0 0 - 2", "data 0 stdin 1", "", "hello"})
    void refusesWhatIsNoReport(String line) {
        assertThatThrownBy(() -> read((line + "\n").getBytes(StandardCharsets.US_ASCII), true))
                .isInstanceOf(BootException.class)
                .hasMessage("unexpected in the machine's report: " + line);
    }

    private static BootResult read(byte[] report, boolean timely) throws IOException {
        return new BootReport(STEPS, CONSOLE.getBytes(StandardCharsets.UTF_8), report)
                .result(timely, Duration.ofSeconds(7));
    }

    private static byte[] report() throws IOException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        line(report, "begin 0");
        data(report, 0, "stdout", "one\ntwo\n");
        data(report, 0, "stderr", "end 0 is output too\n");
        line(report, "end 0 3 0 - 1");
        line(report, "begin 1");
        data(report, 1, "stdout", "");
        data(report, 1, "stderr", "");
        line(report, "end 1 0 32768 123 0");
        line(report, "done");
        return report.toByteArray();
    }

    private static void line(OutputStream report, String line) throws IOException {
        report.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void data(OutputStream report, int step, String stream, String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        line(report, "data " + step + " " + stream + " " + zipped.size());
        zipped.writeTo(report);
    }
}
