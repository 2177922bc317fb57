package dev.klp.boot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@code init.sh} sent; the protocol is written down there. A machine that died leaves an incomplete report. */
final class BootReport {
    private static final int MAX_OUTPUT_BYTES = 128 << 20;

    private static final Pattern BEGIN = Pattern.compile("begin (\\d{1,9})");
    private static final Pattern DATA = Pattern.compile("data \\d{1,9} (stdout|stderr) (\\d{1,9})");
    private static final Pattern END = Pattern.compile("end (\\d{1,9}) (\\d{1,3}) (\\d{1,18}) (-|\\d{1,9}) ([01])");
    private static final String DONE = "done";

    private final List<Step> steps;
    private final StepMessages messages;
    private final byte[] report;
    private final List<StepResult> results = new ArrayList<>();
    private final Map<String, String> outputs = new HashMap<>();
    private int position;
    private @Nullable UnfinishedStep current;
    private boolean done;

    BootReport(List<Step> steps, byte[] console, byte[] report) {
        this.steps = steps;
        this.messages = StepMessages.parse(console);
        this.report = report;
    }

    BootResult result(boolean timely, Duration duration) throws IOException {
        @Nullable String line = nextLine();
        while (line != null && take(line)) {
            line = nextLine();
        }
        BootEnd end = done ? BootEnd.FINISHED : timely ? BootEnd.DIED : BootEnd.TIMED_OUT;
        return new BootResult(end, results, current, messages.all(), duration);
    }

    /** Takes one line; false if the machine stopped in the middle of what it announces. */
    private boolean take(String line) throws IOException {
        Matcher data = DATA.matcher(line);
        if (data.matches()) {
            return takeOutput(data.group(1), Integer.parseInt(data.group(2)));
        }
        Matcher begin = BEGIN.matcher(line);
        Matcher end = END.matcher(line);
        if (begin.matches()) {
            int step = step(begin);
            current = new UnfinishedStep(steps.get(step), messages.of(step));
            outputs.clear();
        } else if (end.matches()) {
            results.add(stepResult(end));
            current = null;
        } else if (line.equals(DONE)) {
            done = true;
        } else {
            throw unexpected(line);
        }
        return true;
    }

    private boolean takeOutput(String stream, int size) throws IOException {
        if (size > report.length - position) {
            return false;
        }
        outputs.put(stream, unzip(new ByteArrayInputStream(report, position, size)));
        position += size;
        return true;
    }

    private StepResult stepResult(Matcher end) throws BootException {
        int step = step(end);
        String transition = end.group(4);
        return new StepResult(
                steps.get(step),
                Integer.parseInt(end.group(2)),
                outputs.getOrDefault("stdout", ""),
                outputs.getOrDefault("stderr", ""),
                messages.of(step),
                new Taint(Long.parseLong(end.group(3))),
                transition.equals("-") ? null : Duration.ofMillis(Long.parseLong(transition) * 10),
                end.group(5).equals("1"));
    }

    private int step(Matcher line) throws BootException {
        int step = Integer.parseInt(line.group(1));
        if (step >= steps.size()) {
            throw unexpected(line.group());
        }
        return step;
    }

    private static BootException unexpected(String line) {
        return new BootException("unexpected in the machine's report: " + line);
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

    private static String unzip(InputStream zipped) throws IOException {
        try (InputStream in = new GZIPInputStream(zipped)) {
            byte[] text = in.readNBytes(MAX_OUTPUT_BYTES);
            if (in.read() >= 0) {
                throw new BootException("an output is larger than " + MAX_OUTPUT_BYTES + " bytes");
            }
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
