package dev.klp.examples.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.BootResult;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.examples.KbuildTree;
import dev.klp.examples.KernelUnderTest;
import dev.klp.examples.OldEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One boot for all of them; what each step showed is found by its name. */
class LanguageIT {
    private static final Livepatch FIRST = new SwappinessPatchLivepatch();
    private static final Livepatch NEXT = new SwappinessNextPatchLivepatch();
    private static final Livepatch READS = new ReadsPatchLivepatch();
    private static final Livepatch SYSCALLS = new SyscallsPatchLivepatch();
    private static final Livepatch TOGETHER = new TogetherPatchLivepatch();

    private static final Step SWAPPINESS = Step.command("cat /proc/sys/vm/swappiness");
    private static final Step VERSION = Step.command("cat /proc/version");
    private static final Step NAMES = Step.command("uname -v; " + OldEntry.PATH + "; id -u");

    private static final Map<String, Step> STEPS = new LinkedHashMap<>();
    private static final Map<String, StepResult> RESULTS = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void boot() throws Exception {
        KernelUnderTest kernel = KernelUnderTest.require();
        Path first = KbuildTree.ofTest(FIRST).make(kernel);
        STEPS.put("install", Step.command(OldEntry.install(folder)));
        STEPS.put("swappiness before", SWAPPINESS);
        STEPS.put("first fails", Step.insmod(first, "fail=1"));
        STEPS.put("first", Step.insmod(first, "target=15"));
        STEPS.put("swappiness by first", SWAPPINESS);
        STEPS.put(
                "parameters", Step.command("cd /sys/module/" + FIRST.moduleName() + "/parameters && ls && cat target"));
        STEPS.put("next", Step.insmod(KbuildTree.ofTest(NEXT).make(kernel), "target=20"));
        STEPS.put("patches", Step.command("ls /sys/kernel/livepatch"));
        STEPS.put("swappiness by next", SWAPPINESS);
        STEPS.put("remove first", Step.command("rmmod " + FIRST.moduleName()));
        STEPS.put("first again", Step.insmod(first));
        STEPS.put("disable next", Step.disable(NEXT.moduleName()));
        STEPS.put("swappiness after", SWAPPINESS);

        STEPS.put("version before", VERSION);
        STEPS.put("reads", Step.insmod(KbuildTree.ofTest(READS).make(kernel)));
        STEPS.put("read once", VERSION);
        STEPS.put("read twice", VERSION);
        STEPS.put("disable reads", Step.disable(READS.moduleName()));
        STEPS.put("version after", VERSION);

        STEPS.put("names before", NAMES);
        STEPS.put("syscalls", Step.insmod(KbuildTree.ofTest(SYSCALLS).make(kernel)));
        STEPS.put("names", NAMES);
        STEPS.put("disable syscalls", Step.disable(SYSCALLS.moduleName()));
        STEPS.put("names after", NAMES);

        STEPS.put("together", Step.insmod(KbuildTree.ofTest(TOGETHER).make(kernel), "target=33"));
        STEPS.put("both", Step.command("cat /proc/sys/vm/swappiness; uname -v"));
        STEPS.put("disable together", Step.disable(TOGETHER.moduleName()));
        STEPS.put("neither", Step.command("cat /proc/sys/vm/swappiness; uname -v"));
        BootResult result =
                kernel.boot().with(STEPS.values().toArray(Step[]::new)).run();
        List<String> names = new ArrayList<>(STEPS.keySet());
        for (int i = 0; i < names.size(); i++) {
            RESULTS.put(names.get(i), result.steps().get(i));
        }
        assertThat(result.console().faults()).isEmpty();
    }

    private static StepResult step(String name) {
        return Objects.requireNonNull(RESULTS.get(name), name);
    }

    private static String output(String name) {
        return step(name).output();
    }

    private static void assertSaid(String step, Livepatch patch, String message) {
        assertThat(step(step).messages().contains(patch.moduleName() + ": " + message))
                .as("%s: %s", step, step(step).messages())
                .isTrue();
    }

    @Test
    void aFailingHookUndoesThoseBeforeIt() {
        StepResult failed = step("first fails");

        // ENODEV, which is what insmod of busybox exits with.
        assertThat(failed.succeeded()).isFalse();
        assertSaid("first fails", FIRST, "init");
        assertSaid("first fails", FIRST, "exit");
        assertThat(failed.messages().contains("exit of the second hook")).isFalse();
        assertThat(step("remove first").messages().contains("exit of the second hook"))
                .isTrue();
    }

    @Test
    void aCallbackUsesTheParameterAndTheUnexportedVariable() {
        assertThat(output("swappiness before")).isEqualTo("60\n");
        assertThat(step("first").succeeded()).isTrue();
        assertThat(output("swappiness by first")).isEqualTo("15\n");
        assertThat(output("parameters")).isEqualTo("target\n15\n");
    }

    @Test
    void aPatchThatReplacesTakesOverTheStateAndAnOlderOneIsRefused() {
        assertThat(step("next").succeeded()).isTrue();
        assertSaid("next", NEXT, "take over from version 1");
        assertThat(output("patches")).isEqualTo(NEXT.moduleName() + "\n");
        assertThat(output("swappiness by next")).isEqualTo("20\n");
        assertThat(step("first again").succeeded()).isFalse();
        assertThat(step("first again").messages().contains("not compatible")).isTrue();
        assertSaid("disable next", NEXT, "was there");
        assertThat(output("swappiness after")).isEqualTo("60\n");
    }

    @Test
    void aShadowVariableCountsFromItsConstructorAndIsFreed() {
        assertThat(output("read once")).isEqualTo("reads 100+1 new\n");
        assertThat(output("read twice")).isEqualTo("reads 100+2\n");
        assertSaid("disable reads", READS, "freed at count 2");
        assertThat(output("version after")).isEqualTo(output("version before")).startsWith("Linux version");
    }

    @Test
    void systemCallsAreReplacedForBothKindsOfPrograms() {
        assertThat(output("names before")).contains("Debian").endsWith("\n0\n");
        assertThat(output("names")).isEqualTo("patched\npatched\n4711\n");
        assertThat(output("names after")).isEqualTo(output("names before"));
    }

    @Test
    void includedPatchesAreOneModule() {
        assertThat(TOGETHER.objects()).hasSize(1);
        assertThat(step("together").succeeded()).isTrue();
        assertSaid("together", TOGETHER, "init");
        assertThat(output("both")).isEqualTo("33\npatched\n");
        assertThat(output("neither")).startsWith("60\n").contains("Debian");
    }
}
