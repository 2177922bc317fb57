package dev.klp.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.BootResult;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.elf.ElfFile;
import dev.klp.examples.KbuildTree;
import dev.klp.examples.KernelUnderTest;
import dev.klp.kernel.modules.ModuleInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One boot for all cases: each patch is disabled before the next one is loaded. */
class CasesIT {
    private static final Step SHOW = Step.command("cat /proc/cmdline");

    private static Path zramModule;
    private static BootResult result;
    private static List<StepResult> steps;

    @BeforeAll
    static void boot() throws Exception {
        KernelUnderTest kernel = KernelUnderTest.require();
        HomonymsPatchLivepatch homonyms = new HomonymsPatchLivepatch();
        TwoFilesPatchLivepatch twoFiles = new TwoFilesPatchLivepatch();
        ZramPatchLivepatch zram = new ZramPatchLivepatch();
        zramModule = KbuildTree.ofTest(zram).make(kernel);
        result = kernel.boot()
                .with(
                        SHOW,
                        Step.command("grep ' version_show$' /proc/kallsyms"),
                        Step.insmod(KbuildTree.ofTest(homonyms).make(kernel)),
                        SHOW,
                        Step.disable(homonyms.moduleName()),
                        Step.insmod(KbuildTree.ofTest(twoFiles).make(kernel)),
                        SHOW,
                        Step.disable(twoFiles.moduleName()),
                        // Before zram and zsmalloc are there.
                        Step.insmod(zramModule),
                        Step.command("cat /sys/kernel/livepatch/zram_patch/zram/patched"),
                        Step.modprobe("zram"),
                        Step.command("cat /sys/kernel/livepatch/zram_patch/zram/patched"),
                        Step.command(
                                "cd /sys/block/zram0 && echo 4M >disksize"
                                        + " && dd if=/dev/urandom of=/dev/zram0 bs=4096 count=100 2>/dev/null && cat debug_stat"),
                        Step.disable(zram.moduleName()),
                        Step.command("cat /sys/block/zram0/debug_stat"))
                .run();
        steps = result.steps();
    }

    @Test
    void nothingWentWrong() {
        assertThat(result.problems()).isEmpty();
        assertThat(result.console().faults()).isEmpty();
    }

    @Test
    void eachOfTwoSymbolsOfOneNameIsTheOneAtItsPosition() {
        List<String> addresses = steps.get(1)
                .output()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();

        assertThat(addresses).hasSizeGreaterThanOrEqualTo(3).isSorted();
        assertThat(steps.get(3).output()).isEqualTo(addresses.get(0) + " " + addresses.get(2) + "\n");
    }

    @Test
    void twoFilesAreOneUnit() {
        String original = steps.get(0).output().stripTrailing();

        assertThat(steps.get(6).output()).isEqualTo(original.length() + " " + original + "\n");
    }

    @Test
    void aModuleWhoseExportIsUsedIsNoDependency() throws IOException {
        ElfFile elf = ElfFile.read(zramModule);
        ByteBuffer content = elf.content(Objects.requireNonNull(elf.firstNamed(ModuleInfo.SECTION)));
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);

        assertThat(ModuleInfo.parse(bytes).first(ModuleInfo.DEPENDS)).isEmpty();
    }

    @Test
    void aSymbolThatAModuleExportsIsResolvedWhenThePatchedModuleComes() {
        assertThat(steps.get(8).succeeded()).isTrue();
        assertThat(steps.get(9).output()).isEqualTo("0\n");
        assertThat(steps.get(11).output()).isEqualTo("1\n");
        assertThat(steps.get(12).output()).isEqualTo("livepatch: 100 pages\n");
        assertThat(steps.get(14).output()).startsWith("version: 1\n");
    }
}
