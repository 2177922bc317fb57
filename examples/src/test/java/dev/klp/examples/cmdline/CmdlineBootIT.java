package dev.klp.examples.cmdline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.klp.annotations.Livepatch;
import dev.klp.boot.junit.Comparison;
import dev.klp.boot.junit.KernelBoot;
import dev.klp.boot.junit.TestKernel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test that the README shows. What it builds is deleted after it. */
class CmdlineBootIT {
    private static final Livepatch PATCH = new CmdlinePatchLivepatch();

    @RegisterExtension
    static final KernelBoot BOOT = KernelBoot.of(() -> TestKernel.debian("6.1")).compare(PATCH, "cat /proc/cmdline");

    @Test
    void tagsTheCommandLine() {
        Comparison cmdline = BOOT.comparison(PATCH);

        assertThat(cmdline.outputWith()).isEqualTo(cmdline.outputBefore().stripTrailing() + " livepatch=1\n");
        assertThat(cmdline.outputWithout()).isEqualTo(cmdline.outputBefore());
        assertThat(cmdline.load().transition()).isLessThan(Duration.ofSeconds(10));
        assertThat(BOOT.problems()).isEmpty();
    }

    @Test
    void tellsTheLogAndTheTaint() {
        assertThat(BOOT.log().contains("livepatch: enabling patch '" + PATCH.moduleName() + "'"))
                .isTrue();
        assertThat(BOOT.taint().livepatched()).isTrue();
        assertThat(BOOT.taint().warned()).isFalse();
    }

    @Test
    void namesTheStepsThatThereAreIfOneIsAskedForInVain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOT.at("lod"))
                .withMessageContaining("load cmdline_patch");
    }
}
