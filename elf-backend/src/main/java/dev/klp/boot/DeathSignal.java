package dev.klp.boot;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the kernel end a process together with the thread that started it, also where nothing else can: after SIGKILL to
 * this JVM. That is {@code PR_SET_PDEATHSIG} of prctl(2), which util-linux's setpriv sets since version 2.33.
 */
final class DeathSignal {
    private static final List<String> SETPRIV = List.of("setpriv", "--pdeathsig", "KILL");

    private DeathSignal() {}

    private static List<String> commandLine(String program) {
        return Stream.concat(SETPRIV.stream(), Stream.of(program)).toList();
    }

    /**
     * The words to put before a command. None where setpriv is missing or older; the process is then ended by this JVM
     * alone.
     */
    static List<String> prefix() throws InterruptedException {
        @Nullable Process probe = null;
        try {
            probe = new ProcessBuilder(commandLine("true"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0 ? SETPRIV : List.of();
        } catch (IOException e) {
            // Not installed.
            return List.of();
        } finally {
            if (probe != null) {
                probe.destroyForcibly();
            }
        }
    }
}
