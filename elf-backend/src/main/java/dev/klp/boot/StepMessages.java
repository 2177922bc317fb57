package dev.klp.boot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kernel's console, cut into the parts that belong to the steps. */
final class StepMessages {
    /** The lines that {@code init.sh} writes into the kernel's log at the start of a step and after the last. */
    private static final Pattern START = Pattern.compile("klp boot: (?:step (\\d{1,9}): |done)");

    private final List<String> all = new ArrayList<>();
    private final Map<Integer, List<String>> byStep = new HashMap<>();

    private StepMessages() {}

    static StepMessages parse(byte[] console) {
        StepMessages messages = new StepMessages();
        List<String> part = new ArrayList<>();
        for (String line : new String(console, StandardCharsets.UTF_8).split("[\r\n]+", 0)) {
            messages.all.add(line);
            Matcher start = START.matcher(line);
            if (start.find()) {
                part = messages.partOf(start.group(1));
            } else {
                part.add(line);
            }
        }
        return messages;
    }

    private List<String> partOf(@Nullable String step) {
        return step == null
                ? new ArrayList<>()
                : byStep.computeIfAbsent(Integer.valueOf(step), any -> new ArrayList<>());
    }

    KernelLog all() {
        return new KernelLog(all);
    }

    KernelLog of(int step) {
        return new KernelLog(byStep.getOrDefault(step, List.of()));
    }
}
