package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootCommandTest {
    @TempDir
    Path folder;

    @Test
    void usageErrorsNameTheOptionOrTheStep() throws IOException {
        String image = image(true).toString();

        assertUsage("Missing required option: '--kernel=KERNEL'", "boot", "a.ko");
        assertUsage("no step given", "boot", "--kernel", image);
        assertUsage("--memory: 0 is less than 1", "boot", "--kernel", image, "--memory", "0", "a.ko");
        assertUsage("'--disabel' is no step: a step is", "boot", "--kernel", image, "--disabel", "a");
    }

    @Test
    void aKernelThatIsNotThereIsRefused() {
        assertThat(CommandLineRun.of("boot", "--kernel", "/no/vmlinuz", "a.ko"))
                .isEqualTo(new CommandLineRun(ExitCode.REFUSED, "", "klp: /no/vmlinuz: no readable kernel image\n"));
    }

    @Test
    void anImageForNoKnownMachineIsRefused() throws IOException {
        Path image = image(false);

        assertThat(CommandLineRun.of("boot", "--kernel", image.toString(), "a.ko"))
                .isEqualTo(new CommandLineRun(
                        ExitCode.REFUSED,
                        "",
                        "klp: " + image + ": no 64-bit x86 kernel (bzImage), and no other is booted here\n"));
    }

    @Test
    void anIndexWhoseImageChangedOrIsGoneIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("System.map"), "ffffffff81000000 T _text\n");
        Path index = folder.resolve("k.klpindex");
        assertThat(CommandLineRun.of("index", "-o", index.toString(), list.toString())
                        .exitCode())
                .isEqualTo(ExitCode.OK);

        assertThat(CommandLineRun.of("boot", "--kernel", index.toString(), "a.ko")
                        .err())
                .isEqualTo("klp: " + index + " was made without the image of a kernel, so there is nothing to boot\n");
        Files.writeString(list, "ffffffff81000000 T _stext\n");
        assertThat(CommandLineRun.of("boot", "--kernel", index.toString(), "a.ko"))
                .isEqualTo(new CommandLineRun(
                        ExitCode.REFUSED,
                        "",
                        "klp: " + index + " was made from other files: " + list
                                + " has changed; make it again with 'klp index'\n"));
        Files.delete(list);
        assertThat(CommandLineRun.of("boot", "--kernel", index.toString(), "a.ko")
                        .err())
                .contains(list + " is gone");
    }

    @Test
    void helpDescribesTheSteps() {
        CommandLineRun help = CommandLineRun.of("boot", "--help");

        assertThat(help.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(help.out()).contains("FILE.ko [NAME=VALUE]...", "--disable PATCH", "-- COMMAND");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    private static void assertUsage(String text, String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("klp: " + text).endsWith("\nTry 'klp boot --help'.\n");
    }

    /** The beginning of a bzImage, as far as the boot protocol needs it to be told from others. */
    private Path image(boolean is64) throws IOException {
        byte[] bytes = new byte[0x300];
        bytes[0x202] = 'H';
        bytes[0x203] = 'd';
        bytes[0x204] = 'r';
        bytes[0x205] = 'S';
        bytes[0x236] = (byte) (is64 ? 1 : 0);
        return Files.write(folder.resolve("vmlinuz"), bytes);
    }
}
