package dev.klp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.boot.junit.KernelBoot;
import dev.klp.boot.junit.TestKernel;
import dev.klp.examples.cmdline.CmdlinePatchLivepatch;
import dev.klp.examples.loadavg.LoadavgPatchLivepatch;
import dev.klp.examples.looppartscan.LoopPartscanPatchLivepatch;
import dev.klp.examples.readcount.ReadCountPatchLivepatch;
import dev.klp.examples.replace.TagsNextPatchLivepatch;
import dev.klp.examples.replace.TagsPatchLivepatch;
import dev.klp.examples.swappiness.SwappinessNextPatchLivepatch;
import dev.klp.examples.swappiness.SwappinessPatchLivepatch;
import dev.klp.examples.uname.UnamePatchLivepatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The patches that are the same for every kernel, in one boot of one of them: what each shows before, with the patch, and after
 * disabling it.
 */
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

    /** The kernel, booted with the steps of {@link #steps}. */
    abstract KernelBoot boot();

    /** A boot of a kernel with the steps that are the same for every one. */
    static KernelBoot steps(String version) {
        KernelBoot boot = KernelBoot.of(() -> TestKernel.debian(version)).buildIn(folder(version));
        boot.compare(CMDLINE, "cat /proc/cmdline").compare(LOADAVG, "cat /proc/loadavg");
        boot.step("old entry", folder -> Step.command(OldEntry.install(folder)))
                .compare(UNAME, "uname -v; " + OldEntry.PATH);
        return handOverSwappiness(replaceTags(countReads(compareLoop(boot))));
    }

    /** Where the patches for a kernel are built. */
    static Path folder(String version) {
        return Path.of(System.getProperty("klp.build.folder", "target"), "boot", version);
    }

    /** Loads the patch before what it patches. */
    private static KernelBoot compareLoop(KernelBoot boot) {
        String show = "cat /sys/block/loop0/loop/partscan";
        return boot.load(LOOP)
                .step("loop early", patched(LOOP, "loop"))
                .step("loop", Step.modprobe("loop", "max_part=7"))
                .step("loop late", patched(LOOP, "loop"))
                // The attribute is there while the device has a file.
                .run("loop file", "head -c 1048576 /dev/zero >/image && losetup /dev/loop0 /image")
                .run("loop with", show)
                .disable(LOOP)
                .run("loop without", show);
    }

    private static KernelBoot countReads(KernelBoot boot) {
        String show = "cat /proc/version";
        return boot.run("version", show)
                .load(READ_COUNT)
                .run("read once", show)
                .run("read twice", show)
                .disable(READ_COUNT)
                .run("version again", show);
    }

    private static KernelBoot replaceTags(KernelBoot boot) {
        String show = "cat /proc/cmdline /proc/version";
        return boot.run("untagged", show)
                .load(TAGS)
                .run("tags", show)
                .load(TAGS_NEXT)
                .run("next tags", show)
                .run("tags in sysfs", "ls /sys/kernel/livepatch")
                .run("tags removed", "rmmod " + TAGS.moduleName())
                .disable(TAGS_NEXT)
                .run("untagged again", show);
    }

    private static KernelBoot handOverSwappiness(KernelBoot boot) {
        String show = "cat /proc/sys/vm/swappiness";
        return boot.run("swappiness", show)
                .load(SWAPPINESS)
                .run("swappiness first", show)
                .load(SWAPPINESS_NEXT)
                .run("swappiness next", show)
                .run("swappiness removed", "rmmod " + SWAPPINESS.moduleName())
                .load("swappiness back", SWAPPINESS)
                .disable(SWAPPINESS_NEXT)
                .run("swappiness again", show);
    }

    static Step patched(Livepatch patch, String object) {
        return Step.command("cat /sys/kernel/livepatch/" + patch.moduleName() + "/" + object + "/patched");
    }

    /** What the command of a comparison printed: before, with or without the patch. */
    final List<String> lines(Livepatch patch, String when) {
        return boot().output(patch.moduleName() + " " + when).lines().toList();
    }

    /** The one step that the kernel must refuse is the older patch upon the newer. */
    @Test
    void nothingElseWentWrong() {
        assertThat(boot().problems())
                .singleElement()
                .asString()
                .startsWith("insmod " + SWAPPINESS.moduleName() + ".ko: the kernel refused it");
        assertThat(boot().log().faults()).isEmpty();
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
        assertThat(boot().output("loop early")).isEqualTo("0\n");
        assertThat(boot().output("loop late")).isEqualTo("1\n");
        assertThat(boot().output("loop with")).isEqualTo("klp max_part=7\n");
        assertThat(boot().output("loop without")).isEqualTo("1\n");
    }

    @Test
    void readsAreCountedInAShadowVariable() {
        String banner = boot().output("version");

        assertThat(banner).startsWith("Linux version ");
        assertThat(boot().output("read once")).isEqualTo(banner + "reads=1\n");
        assertThat(boot().output("read twice")).isEqualTo(banner + "reads=2\n");
        assertThat(boot().at("disable " + READ_COUNT.moduleName())
                        .messages()
                        .contains(READ_COUNT.moduleName() + ": freeing shadow, count=2"))
                .isTrue();
        assertThat(boot().output("version again")).isEqualTo(banner);
    }

    @Test
    void theSecondReleaseTakesThePlaceOfTheFirst() {
        List<String> before = boot().output("untagged").lines().toList();

        assertThat(before).hasSize(2);
        assertThat(boot().output("tags").lines()).containsExactly("v1 " + before.get(0), "v1 " + before.get(1));
        assertThat(boot().output("next tags").lines()).containsExactly(before.get(0), "v2 " + before.get(1));
        assertThat(boot().output("tags in sysfs")).isEqualTo(TAGS_NEXT.moduleName() + "\n");
        assertThat(boot().at("tags removed").status()).isZero();
        assertThat(boot().output("untagged again")).isEqualTo(boot().output("untagged"));
    }

    @Test
    void theSecondReleaseTakesOverTheState() {
        assertThat(boot().output("swappiness")).isEqualTo("60\n");
        assertThat(boot().output("swappiness first")).isEqualTo("10\n");
        assertThat(boot().at("load " + SWAPPINESS_NEXT.moduleName())
                        .messages()
                        .contains(SWAPPINESS_NEXT.moduleName() + ": take over from v1"))
                .isTrue();
        assertThat(boot().output("swappiness next")).isEqualTo("20\n");
        assertThat(boot().output("swappiness again")).isEqualTo("60\n");
    }

    @Test
    void theFirstReleaseIsRefusedUponTheSecond() {
        StepResult refused = boot().at("swappiness back");

        assertThat(refused.status()).as("EINVAL").isEqualTo(22);
        assertThat(refused.messages()
                        .contains("livepatch: Livepatch patch (" + SWAPPINESS.moduleName()
                                + ") is not compatible with the already installed livepatches."))
                .isTrue();
    }
}
