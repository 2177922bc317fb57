package dev.klp.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootIT {
    @Test
    void carriesOutStepsInOrder() throws Exception {
        KernelCache cache = KernelCache.of(System.getenv());
        for (String release : cache.debianReleases()) {
            BootResult result = Boot.of(cache.debian(release))
                    .withKernelParameters("nokaslr")
                    .withTimeLimit(Duration.ofMinutes(1))
                    .with(
                            Step.command("cat /proc/cmdline"),
                            Step.command("echo 'it'\\''s' >&2; exit 3"),
                            Step.command("cat /proc/kallsyms"),
                            Step.rmmod("nothing"),
                            Step.disable("nothing"))
                    .run();
            System.err.println(result.duration() + " " + result.end());
            result.steps().forEach(s -> System.err.println(s.toString().substring(0, Math.min(600, s.toString().length()))));
            System.err.println(result.problems());
            assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        }
    }
}
