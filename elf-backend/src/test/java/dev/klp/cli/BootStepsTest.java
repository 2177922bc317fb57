package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.boot.BootKernel;
import dev.klp.boot.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootStepsTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheOrderOfAllKindsOfSteps() throws IOException {
        String patch = Files.createFile(folder.resolve("fix-it.ko")).toString();

        assertThat(parse(
                        "--", "cat", "/proc/cmdline", patch, "loop", "max_part=7", "--", "ls -l /", "--disable", patch))
                .containsExactly(
                        Step.command("cat /proc/cmdline"),
                        Step.insmod(Path.of(patch)),
                        Step.modprobe("loop", "max_part=7"),
                        Step.command("ls -l /"),
                        Step.disable("fix_it"));
    }

    @Test
    void aQuotedCommandEndsWithItsWord() {
        assertThat(parse("--", "cat /proc/modules", "i2c-dev", "--disable", "x"))
                .containsExactly(Step.command("cat /proc/modules"), Step.modprobe("i2c-dev"), Step.disable("x"));
    }

    @Test
    void aModuleThatIsNoFileHereBelongsToTheCommand() {
        assertThat(parse("--", "modinfo", "/no/such.ko")).containsExactly(Step.command("modinfo /no/such.ko"));
    }

    @Test
    void theKernelsOwnModulesAreLoadedWithTheirDependencies() {
        assertThat(parse(folder + "/modules/kernel/drivers/i2c/i2c-dev.ko.xz", "x=1"))
                .containsExactly(Step.modprobe("i2c_dev", "x=1"));
        assertThat(parse(folder + "/elsewhere/i2c-dev.ko.xz"))
                .containsExactly(Step.insmod(folder.resolve("elsewhere/i2c-dev.ko.xz")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    --disable      | --disable needs the name of a livepatch
                    --             | -- needs a command
                    -- --          | -- needs a command
                    a=b            | 'a=b' is no step
                    --kernel x     | '--kernel' is no step
                    /proc/cmdline  | '/proc/cmdline' is no step
                    """)
    void refusesWhatIsNoStep(String words, String text) {
        assertThatThrownBy(() -> parse(words.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(text);
    }

    @Test
    void refusesToDoNothing() {
        assertThatThrownBy(this::parse)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no step given");
    }

    private List<Step> parse(String... words) {
        return BootSteps.parse(new BootKernel(folder.resolve("vmlinuz"), folder.resolve("modules")), List.of(words));
    }
}
