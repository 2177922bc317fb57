package dev.klp.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.BootResult;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.examples.KbuildTree;
import dev.klp.examples.KernelUnderTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code make load}, {@code make status}, {@code make check} and {@code make unload} in a real kernel. There is no make in it: what make would run
 * there is printed by {@code make -n} here.
 */
class RunningKernelIT {
    private static final String KO = "/fifo_patch.ko";

    /** Holds a task in the function until it is killed. */
    private static final Step HOLD = Step.command("cat /fifo >/dev/null 2>&1 & echo $! >/held; sleep 1");

    private static final Step LET_GO = Step.command("kill $(cat /held); sleep 1");
    private static final Step LOOK = Step.command("cd /sys/kernel/livepatch; ls; cat /proc/modules");

    private static List<StepResult> steps;

    @BeforeAll
    static void boot() throws Exception {
        KernelUnderTest kernel = KernelUnderTest.require();
        KbuildTree tree = KbuildTree.ofTest(new FifoPatchLivepatch());
        KbuildTree zram = KbuildTree.ofTest(new ZramPatchLivepatch());
        Path module = tree.make(kernel);
        BootResult result = kernel.boot()
                .with(
                        Step.insmod(module),
                        Step.disable("fifo_patch"),
                        Step.command("ln -s /klp/modules/*fifo_patch.ko " + KO + "; mkfifo /fifo"),
                        goal(tree, "status"),
                        HOLD,
                        goal(tree, "load"),
                        LOOK,
                        LET_GO,
                        goal(tree, "load"),
                        goal(tree, "status"),
                        HOLD,
                        goal(tree, "unload"),
                        goal(tree, "status"),
                        LET_GO,
                        goal(tree, "check"),
                        goal(tree, "unload"),
                        LOOK,
                        goal(tree, "check"),
                        // A patch for a module, before and after that comes.
                        Step.insmod(zram.make(kernel)),
                        goal(zram, "check"),
                        Step.modprobe("zram"),
                        goal(zram, "check"))
                .run();
        assertThat(result.console().faults()).isEmpty();
        steps = result.steps();
    }

    private static Step goal(KbuildTree tree, String goal) throws Exception {
        return Step.command(tree.recipe(goal, "KO=" + KO, "TIMEOUT=3"));
    }

    @Test
    void aPatchThatIsNotThereIsSaidSo() {
        assertThat(steps.get(3).output()).isEqualTo("fifo_patch: not enabled\n");
    }

    @Test
    void loadThatDoesNotEndNamesTheTaskWithItsStackAndIsUndone() {
        StepResult load = steps.get(5);

        assertThat(load.status()).isEqualTo(1);
        assertThat(load.error().lines().toList())
                .hasSizeGreaterThan(3)
                .anySatisfy(line -> assertThat(line).matches("task \\d+ \\(cat\\):"))
                .anySatisfy(line -> assertThat(line).startsWith("    [<0>] fifo_open+0x"))
                .first()
                .isEqualTo(
                        "fifo_patch: the transition did not end within 3 s, the patch is undone; these tasks still run"
                                + " the old functions:");
        assertThat(load.error()).doesNotContain("could not be removed");
        assertThat(steps.get(6).output()).isEmpty();
    }

    @Test
    void loadWaitsForTheTransition() {
        assertThat(steps.get(8).output()).isEqualTo("fifo_patch: loaded\n");
        assertThat(steps.get(9).output()).isEqualTo("fifo_patch: enabled\n    vmlinux: patched\n");
    }

    @Test
    void unloadThatDoesNotEndNamesTheTaskAndLeavesThePatchEnabled() {
        StepResult unload = steps.get(11);

        assertThat(unload.status()).isEqualTo(1);
        assertThat(unload.error().lines().toList())
                .anySatisfy(line -> assertThat(line).matches("task \\d+ \\(cat\\):"))
                .anySatisfy(line -> assertThat(line).startsWith("    [<0>] livepatch_fifo_open+0x"))
                .first()
                .isEqualTo(
                        "fifo_patch: the transition did not end within 3 s, the patch stays enabled; these tasks still"
                                + " run the new functions:");
        assertThat(steps.get(12).output()).isEqualTo("fifo_patch: enabled\n    vmlinux: patched\n");
    }

    @Test
    void checkSaysWhatIsInForce() {
        assertThat(steps.get(14).output()).isEqualTo("    vmlinux: patched\nfifo_patch: in force\n");
        assertThat(steps.get(14).status()).isZero();
    }

    @Test
    void unloadRemovesTheModule() {
        assertThat(steps.get(15).output()).isEqualTo("fifo_patch: unloaded\n");
        assertThat(steps.get(16).output()).isEmpty();
        assertThat(steps.get(17).status()).isEqualTo(1);
        assertThat(steps.get(17).error()).isEqualTo("fifo_patch: not loaded, or another patch has taken its place\n");
    }

    @Test
    void checkFindsThePatchThatIsLoadedAndDoesNothing() {
        assertThat(steps.get(18).succeeded()).isTrue();
        assertThat(steps.get(19).status()).isEqualTo(1);
        assertThat(steps.get(19).output()).isEqualTo("    zram: not loaded\n");
        assertThat(steps.get(19).error()).isEqualTo("zram_patch: does nothing: no object of it is loaded\n");
        assertThat(steps.get(21).output()).isEqualTo("    zram: patched\nzram_patch: in force\n");
    }
}
