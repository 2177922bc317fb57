package dev.klp.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boots one of Debian's kernels out of the cache. */
class BootIT {
    private static Boot boot;

    @BeforeAll
    static void findKernel() throws IOException {
        KernelCache cache = KernelCache.of(System.getenv());
        List<String> releases = cache.debianReleases().stream()
                .filter(release -> release.matches("6\\.1\\..*-amd64"))
                .toList();
        Requires.that(!releases.isEmpty(), "there is no kernel 6.1 for amd64 in " + cache.root());
        List<String> missing = HostTools.missingFor(Machine.X86_64);
        Requires.that(missing.isEmpty(), String.join("; ", missing));
        System.out.println("BootIT boots " + releases.get(0));
        boot = Boot.of(cache.debian(releases.get(0)));
    }

    @Test
    void carriesOutStepsInOrder() throws Exception {
        BootResult result = boot.withKernelParameters("nokaslr")
                .with(
                        Step.command("cat /proc/cmdline"),
                        Step.command("echo it\\'s >&2; exit 3"),
                        Step.modprobe("zram", "num_devices=2"),
                        Step.command("cat /proc/modules; cat /sys/block/zram1/ro"),
                        Step.command("rmmod zram"),
                        Step.disable("nothing"),
                        Step.insmod(Path.of("/bin/busybox")),
                        Step.command("cat /proc/kallsyms"))
                .run();

        assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        List<StepResult> steps = result.steps();
        assertThat(steps.get(0).output()).endsWith(" nokaslr\n");
        assertThat(steps.get(1).status()).isEqualTo(3);
        assertThat(steps.get(1).error()).isEqualTo("it's\n");
        assertThat(steps.get(2).status()).isZero();
        assertThat(steps.get(2).messages().contains("zram: Added device: zram1"))
                .isTrue();
        assertThat(steps.get(3).output())
                .startsWith("zram ")
                .contains("zsmalloc ")
                .endsWith("\n0\n");
        assertThat(steps.get(4).succeeded()).isTrue();
        assertThat(steps.get(5).status()).isEqualTo(2);
        assertThat(steps.get(6).status()).isEqualTo(8);
        assertThat(steps.get(7).output().lines().count()).isGreaterThan(50_000);
        assertThat(result.problems())
                .containsExactly(
                        "disable nothing: status 2 (no livepatch of this name: nothing)",
                        "insmod busybox: the kernel refused it: ENOEXEC (8) (insmod: can't insert '/klp/modules/2-busybox.ko':"
                                + " invalid module format)");
    }

    @Test
    void reportsAPanic() throws Exception {
        BootResult result = boot.with(
                        Step.command("echo still alive"),
                        Step.command("echo c >/proc/sysrq-trigger"),
                        Step.command("true"))
                .run();

        assertThat(result.end()).isEqualTo(BootEnd.DIED);
        assertThat(result.steps()).hasSize(1);
        assertThat(result.problems())
                .contains("the machine stopped early, during: echo c >/proc/sysrq-trigger")
                .anyMatch(problem -> problem.contains("Kernel panic - not syncing: sysrq triggered crash"));
    }

    @Test
    void severalRunAtATimeWithinTheirLimitsAndLeaveNothingBehind() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        var pool = Executors.newFixedThreadPool(3);
        try {
            Future<BootResult> hanging = pool.submit(() -> boot.withTimeLimit(Duration.ofSeconds(15))
                    .with(Step.command("sleep 1000"))
                    .run());
            List<Future<BootResult>> others = Stream.of("one", "two")
                    .map(word -> pool.submit(
                            () -> boot.with(Step.command("echo " + word)).run()))
                    .toList();

            assertThat(others.get(0).get().problems()).isEmpty();
            assertThat(others.get(0).get().steps().get(0).output()).isEqualTo("one\n");
            assertThat(others.get(1).get().steps().get(0).output()).isEqualTo("two\n");
            assertThat(hanging.get().end()).isEqualTo(BootEnd.TIMED_OUT);
            assertThat(hanging.get().duration()).isLessThan(Duration.ofSeconds(20));
        } finally {
            pool.shutdownNow();
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(name -> name.startsWith(
                            "klp-boot-" + ProcessHandle.current().pid() + "-"));
        }
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
                .noneMatch(process -> process.command().orElse("").contains("qemu-system"));
    }

    @Test
    void theMachineEndsWithAKilledProgram(@TempDir Path temporary) throws Exception {
        Requires.program("setpriv");
        Process klp = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.klp.cli.Klp",
                        "boot",
                        "--kernel",
                        String.valueOf(boot.kernel().image()),
                        "--",
                        "sleep 1000")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> machine = List.of();
        while (klp.isAlive() && machine.isEmpty()) {
            machine = klp.descendants()
                    .filter(process -> process.info().command().orElse("").contains("qemu-system"))
                    .toList();
            Thread.onSpinWait();
        }

        klp.destroyForcibly();

        assertThat(machine).hasSize(1);
        machine.get(0).onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(runFailure(Step.modprobe("no_such_module"))).contains("no module no_such_module in it");
        assertThat(runFailure(Step.insmod(Path.of("/no/such.ko")))).contains("/no/such.ko");
    }

    private static String runFailure(Step step) {
        try {
            boot.with(step).run();
            return "";
        } catch (IOException | InterruptedException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
