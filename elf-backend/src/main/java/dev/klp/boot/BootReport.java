package dev.klp.boot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@code init.sh} sent; the protocol is written down there. */
final class BootReport {
    private static final int MAX_OUTPUT_BYTES = 128 << 20;

    private final List<Step> steps;
    private final StepMessages messages;
    private final byte[] report;
    private final List<StepResult> results = new ArrayList<>();
    private final Map<String, String> outputs = new HashMap<>();
    private int position;
    private @Nullable Step current;
    private boolean done;

    BootReport(List<Step> steps, byte[] console, byte[] report) {
        this.steps = steps;
        this.messages = StepMessages.parse(console);
        this.report = report;
    }

    BootResult result(boolean timely, Duration duration) throws IOException {
        @Nullable String line = nextLine();
        while (line != null && take(line.split(" ", -1))) {
            line = nextLine();
        }
        BootEnd end = done ? BootEnd.FINISHED : timely ? BootEnd.DIED : BootEnd.TIMED_OUT;
        return new BootResult(end, results, current, messages.all(), duration);
    }

    /** Takes one line; false if the machine stopped in the middle of what it announces. */
    private boolean take(String[] words) throws IOException {
        switch (words[0]) {
            case "begin" -> {
                current = steps.get(number(words, 1));
                outputs.clear();
            }
            case "data" -> {
                int size = number(words, 3);
                if (size > report.length - position) {
                    return false;
                }
                outputs.put(words[2], unzip(Arrays.copyOfRange(report, position, position + size)));
                position += size;
            }
            case "end" -> {
                results.add(stepResult(words));
                current = null;
            }
            case "done" -> done = true;
            default -> throw new BootException("unexpected in the machine's report: " + String.join(" ", words));
        }
        return true;
    }

    private StepResult stepResult(String[] words) throws BootException {
        int step = number(words, 1);
        return new StepResult(
                steps.get(step),
                number(words, 2),
                outputs.getOrDefault("stdout", ""),
                outputs.getOrDefault("stderr", ""),
                messages.of(step),
                new Taint(number(words, 3)),
                words[4].equals("-") ? null : Duration.ofMillis(number(words, 4) * 10L),
                number(words, 5) == 1);
    }

    private static int number(String[] words, int index) throws BootException {
        try {
            return Integer.parseInt(words[index]);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new BootException("unexpected in the machine's report: " + String.join(" ", words));
        }
    }

    /** The next whole line, or null at the end. */
    private @Nullable String nextLine() {
        for (int i = position; i < report.length; i++) {
            if (report[i] == '\n') {
                String line = new String(report, position, i - position, StandardCharsets.UTF_8);
                position = i + 1;
                return line;
            }
        }
        return null;
    }

    private static String unzip(byte[] bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] text = in.readNBytes(MAX_OUTPUT_BYTES);
            if (in.read() >= 0) {
                throw new BootException("an output is larger than " + MAX_OUTPUT_BYTES + " bytes");
            }
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
