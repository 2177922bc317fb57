package dev.klp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.examples.cmdline.CmdlinePatchLivepatch;
import dev.klp.examples.loadavg.LoadavgPatchLivepatch;
import dev.klp.examples.looppartscan.LoopPartscanPatchLivepatch;
import dev.klp.examples.readcount.ReadCountPatchLivepatch;
import dev.klp.examples.replace.TagsNextPatchLivepatch;
import dev.klp.examples.replace.TagsPatchLivepatch;
import dev.klp.examples.swappiness.SwappinessNextPatchLivepatch;
import dev.klp.examples.swappiness.SwappinessPatchLivepatch;
import dev.klp.examples.uname.UnamePatchLivepatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The patches that are the same for every kernel, in one boot of one of them: what each shows before, with the patch, and after
 * disabling it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExamplesOnKernel {
    private static final Livepatch CMDLINE = new CmdlinePatchLivepatch();
    private static final Livepatch LOADAVG = new LoadavgPatchLivepatch();
    private static final Livepatch UNAME = new UnamePatchLivepatch();
    private static final Livepatch LOOP = new LoopPartscanPatchLivepatch();
    private static final Livepatch READ_COUNT = new ReadCountPatchLivepatch();
    private static final Livepatch TAGS = new TagsPatchLivepatch();
    private static final Livepatch TAGS_NEXT = new TagsNextPatchLivepatch();
    private static final Livepatch SWAPPINESS = new SwappinessPatchLivepatch();
    private static final Livepatch SWAPPINESS_NEXT = new SwappinessNextPatchLivepatch();

    private static final Step SHOW_TAGS = Step.command("cat /proc/cmdline /proc/version");
    private static final Step SHOW_SWAPPINESS = Step.command("cat /proc/sys/vm/swappiness");

    private final Script script = new Script();

    /** Finds the kernel, or skips the test. */
    abstract KernelUnderTest kernel() throws IOException;

    /** Adds the steps for patches that are for this kernel alone. */
    abstract void addSteps(KernelUnderTest kernel) throws IOException, InterruptedException;

    /** Builds a patch for the kernel. */
    abstract Path module(KernelUnderTest kernel, Livepatch patch) throws IOException, InterruptedException;

    @BeforeAll
    void boot(@TempDir Path folder) throws Exception {
        KernelUnderTest kernel = kernel();
        compare(kernel, CMDLINE, "cat /proc/cmdline");
        compare(kernel, LOADAVG, "cat /proc/loadavg");
        script.then(Step.command(OldEntry.install(folder)));
        compare(kernel, UNAME, "uname -v; " + OldEntry.PATH);
        compareLoop(kernel);
        countReads(kernel);
        replaceTags(kernel);
        handOverSwappiness(kernel);
        addSteps(kernel);
        script.run(kernel);
    }

    /** Runs a command before, with and without a patch. */
    final void compare(KernelUnderTest kernel, Livepatch patch, String command)
            throws IOException, InterruptedException {
        String name = patch.moduleName();
        script.then(name + " before", Step.command(command))
                .then(Step.insmod(module(kernel, patch)))
                .then(name + " with", Step.command(command))
                .then(Step.disable(name))
                .then(name + " without", Step.command(command));
    }

    /** Loads the patch before what it patches. */
    private void compareLoop(KernelUnderTest kernel) throws IOException, InterruptedException {
        Step show = Step.command("cat /sys/block/loop0/loop/partscan");
        script.then(Step.insmod(module(kernel, LOOP)))
                .then("loop early", patched(LOOP, "loop"))
                .then(Step.modprobe("loop", "max_part=7"))
                .then("loop late", patched(LOOP, "loop"))
                // The attribute is there while the device has a file.
                .then(Step.command("head -c 1048576 /dev/zero >/image && losetup /dev/loop0 /image"))
                .then("loop with", show)
                .then(Step.disable(LOOP.moduleName()))
                .then("loop without", show);
    }

    private void countReads(KernelUnderTest kernel) throws IOException, InterruptedException {
        Step show = Step.command("cat /proc/version");
        script.then("version", show)
                .then(Step.insmod(module(kernel, READ_COUNT)))
                .then("read once", show)
                .then("read twice", show)
                .then("count freed", Step.disable(READ_COUNT.moduleName()))
                .then("version again", show);
    }

    private void replaceTags(KernelUnderTest kernel) throws IOException, InterruptedException {
        script.then("untagged", SHOW_TAGS)
                .then(Step.insmod(module(kernel, TAGS)))
                .then("tags", SHOW_TAGS)
                .then(Step.insmod(module(kernel, TAGS_NEXT)))
                .then("next tags", SHOW_TAGS)
                .then("tags in sysfs", Step.command("ls /sys/kernel/livepatch"))
                .then("tags removed", Step.command("rmmod " + TAGS.moduleName()))
                .then(Step.disable(TAGS_NEXT.moduleName()))
                .then("untagged again", SHOW_TAGS);
    }

    private void handOverSwappiness(KernelUnderTest kernel) throws IOException, InterruptedException {
        Path first = module(kernel, SWAPPINESS);
        script.then("swappiness", SHOW_SWAPPINESS)
                .then(Step.insmod(first))
                .then("swappiness first", SHOW_SWAPPINESS)
                .then("swappiness taken over", Step.insmod(module(kernel, SWAPPINESS_NEXT)))
                .then("swappiness next", SHOW_SWAPPINESS)
                .then(Step.command("rmmod " + SWAPPINESS.moduleName()))
                .then("swappiness back", Step.insmod(first))
                .then(Step.disable(SWAPPINESS_NEXT.moduleName()))
                .then("swappiness again", SHOW_SWAPPINESS);
    }

    static Step patched(Livepatch patch, String object) {
        return Step.command("cat /sys/kernel/livepatch/" + patch.moduleName() + "/" + object + "/patched");
    }

    final Script script() {
        return script;
    }

    final List<String> lines(Livepatch patch, String when) {
        return script.output(patch.moduleName() + " " + when).lines().toList();
    }

    /** The one step that the kernel must refuse is the older patch upon the newer. */
    @Test
    void nothingElseWentWrong() {
        assertThat(script.result().problems())
                .singleElement()
                .asString()
                .startsWith("insmod " + SWAPPINESS.moduleName() + ".ko: the kernel refused it");
        assertThat(script.result().console().faults()).isEmpty();
    }

    @Test
    void cmdline() {
        String before = lines(CMDLINE, "before").get(0);

        assertThat(lines(CMDLINE, "with")).containsExactly(before + " livepatch=1");
        assertThat(lines(CMDLINE, "without")).containsExactly(before);
    }

    @Test
    void loadavg() {
        String line = "(\\d+\\.\\d\\d ){3}\\d+/\\d+ \\d+";

        assertThat(lines(LOADAVG, "before")).singleElement().asString().matches(line);
        assertThat(lines(LOADAVG, "with")).singleElement().asString().matches(line + " klp");
        assertThat(lines(LOADAVG, "without")).singleElement().asString().matches(line);
    }

    @Test
    void unameByBothEntries() {
        List<String> before = lines(UNAME, "before");

        assertThat(before).hasSize(2);
        assertThat(before.get(1))
                .as("what the entry for 32-bit programs answers")
                .isEqualTo(before.get(0));
        assertThat(lines(UNAME, "with")).containsExactly(before.get(0) + "/lp", before.get(1) + "/lp");
        assertThat(lines(UNAME, "without")).isEqualTo(before);
    }

    @Test
    void loopIsPatchedWhenItComes() {
        assertThat(script.output("loop early")).isEqualTo("0\n");
        assertThat(script.output("loop late")).isEqualTo("1\n");
        assertThat(script.output("loop with")).isEqualTo("klp max_part=7\n");
        assertThat(script.output("loop without")).isEqualTo("1\n");
    }

    @Test
    void readsAreCountedInAShadowVariable() {
        String banner = script.output("version");

        assertThat(banner).startsWith("Linux version ");
        assertThat(script.output("read once")).isEqualTo(banner + "reads=1\n");
        assertThat(script.output("read twice")).isEqualTo(banner + "reads=2\n");
        assertThat(script.at("count freed").messages().contains(READ_COUNT.moduleName() + ": freeing shadow, count=2"))
                .isTrue();
        assertThat(script.output("version again")).isEqualTo(banner);
    }

    @Test
    void theSecondReleaseTakesThePlaceOfTheFirst() {
        List<String> before = script.output("untagged").lines().toList();

        assertThat(before).hasSize(2);
        assertThat(script.output("tags").lines()).containsExactly("v1 " + before.get(0), "v1 " + before.get(1));
        assertThat(script.output("next tags").lines()).containsExactly(before.get(0), "v2 " + before.get(1));
        assertThat(script.output("tags in sysfs")).isEqualTo(TAGS_NEXT.moduleName() + "\n");
        assertThat(script.at("tags removed").status()).isZero();
        assertThat(script.output("untagged again")).isEqualTo(script.output("untagged"));
    }

    @Test
    void theSecondReleaseTakesOverTheState() {
        assertThat(script.output("swappiness")).isEqualTo("60\n");
        assertThat(script.output("swappiness first")).isEqualTo("10\n");
        assertThat(script.at("swappiness taken over")
                        .messages()
                        .contains(SWAPPINESS_NEXT.moduleName() + ": take over from v1"))
                .isTrue();
        assertThat(script.output("swappiness next")).isEqualTo("20\n");
        assertThat(script.output("swappiness again")).isEqualTo("60\n");
    }

    @Test
    void theFirstReleaseIsRefusedUponTheSecond() {
        StepResult refused = script.at("swappiness back");

        assertThat(refused.status()).as("EINVAL").isEqualTo(22);
        assertThat(refused.messages()
                        .contains("livepatch: Livepatch patch (" + SWAPPINESS.moduleName()
                                + ") is not compatible with the already installed livepatches."))
                .isTrue();
    }
}
