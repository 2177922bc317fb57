package dev.klp.boot;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Messages of the kernel, as its console shows them.
 *
 * @param lines one message line each, with the time in front of it
 */
public record KernelLog(List<String> lines) {
    /**
     * What the kernel prints when something is wrong inside it: WARN ({@code __warn} in {@code kernel/panic.c}; since
     * Linux 6.17 place before processor), BUG, oopses ({@code __die} of each architecture), panics, lockups and stalls.
     * Boot messages such as "WARNING: Unprivileged eBPF is enabled" are none of these.
     */
    private static final Pattern FAULT = Pattern.compile("WARNING: CPU: \\d+ PID: "
            + "|WARNING: \\S+:\\d+ at "
            + "|BUG: "
            + "|kernel BUG at "
            + "|Oops: "
            + "|general protection fault"
            + "|Unable to handle kernel "
            + "|Kernel panic - not syncing"
            + "|blocked for more than \\d+ seconds"
            + "|detected stalls? on CPUs");

    public KernelLog {
        lines = List.copyOf(lines);
    }

    /** Whether some line has this text in it. */
    public boolean contains(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** The lines that report a fault of the kernel, in order. */
    public List<String> faults() {
        return lines.stream().filter(line -> FAULT.matcher(line).find()).toList();
    }
}
