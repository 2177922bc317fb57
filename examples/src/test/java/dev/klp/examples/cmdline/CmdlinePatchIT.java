package dev.klp.examples.cmdline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.BootResult;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.examples.KbuildTree;
import dev.klp.examples.KernelUnderTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One boot: before, with the patch, after disabling it; then the unconverted module, and the converted one stripped. */
class CmdlinePatchIT {
    private static final Livepatch PATCH = new CmdlinePatchLivepatch();
    private static final String NAME = PATCH.moduleName();
    private static final Step SHOW = Step.command("cat /proc/cmdline");
    private static final String SYSFS = "/sys/kernel/livepatch/" + NAME;

    private static BootResult result;
    private static List<StepResult> steps;

    @BeforeAll
    static void boot() throws Exception {
        KernelUnderTest kernel = KernelUnderTest.require();
        KbuildTree tree = KbuildTree.of(PATCH);
        Path converted = tree.make(kernel);
        Path unconverted = tree.makeUnconverted(kernel);
        result = kernel.boot()
                .with(
                        SHOW,
                        Step.insmod(converted),
                        SHOW,
                        Step.command(
                                "cat " + SYSFS + "/enabled " + SYSFS + "/vmlinux/patched; ls " + SYSFS + "/vmlinux"),
                        Step.disable(NAME),
                        SHOW,
                        Step.insmod(unconverted),
                        SHOW,
                        Step.insmod(tree.stripped(converted)),
                        SHOW,
                        Step.disable(NAME))
                .run();
        steps = result.steps();
    }

    @Test
    void tagsTheCommandLineWhileItIsEnabled() {
        String original = steps.get(0).output();

        assertThat(original).startsWith("console=").doesNotContain("livepatch");
        assertThat(steps.get(2).output()).isEqualTo(original.stripTrailing() + " livepatch=1\n");
        assertThat(steps.get(5).output()).isEqualTo(original);
    }

    @Test
    void theKernelLogsBothTransitionsAndNothingBad() {
        StepResult enabled = steps.get(1);
        assertThat(enabled.succeeded()).isTrue();
        assertThat(enabled.messages().contains("livepatch: enabling patch '" + NAME + "'"))
                .isTrue();
        assertThat(enabled.messages().contains("livepatch: '" + NAME + "': patching complete"))
                .isTrue();
        assertThat(enabled.taint().livepatched()).isTrue();
        StepResult disabled = steps.get(4);
        assertThat(disabled.succeeded()).isTrue();
        assertThat(disabled.messages().contains("livepatch: '" + NAME + "': unpatching complete"))
                .isTrue();
        assertThat(result.console().faults()).isEmpty();
    }

    @Test
    void sysfsShowsWhatTheCompanionPromises() {
        String functions = PATCH.objects().get(0).functions().get(0).sysfsName();

        assertThat(PATCH.objects()).hasSize(1);
        assertThat(steps.get(3).output()).isEqualTo("1\n1\n" + functions + "\npatched\n");
    }

    @Test
    void theKernelRefusesTheUnconvertedModule() {
        StepResult refused = steps.get(6);

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.messages().contains(NAME + ": Unknown symbol saved_command_line (err -2)"))
                .isTrue();
        assertThat(steps.get(7).output()).isEqualTo(steps.get(0).output());
        assertThat(result.problems()).singleElement().asString().contains("ENOENT");
    }

    @Test
    void theStrippedModuleWorksTheSame() {
        assertThat(steps.get(8).succeeded()).isTrue();
        assertThat(steps.get(9).output()).isEqualTo(steps.get(2).output());
        assertThat(steps.get(10).succeeded()).isTrue();
    }
}
