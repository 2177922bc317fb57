package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    Path folder;

    private Path unfit;

    @BeforeEach
    void assemble() throws IOException {
        unfit = ObjectFile.assemble(folder, "unfit.ko", """
                .section .modinfo, "a"
                .asciz "license=GPL"
                .asciz "name=unfit"
                .asciz "vermagic=6.1.0-test SMP"
                .section .gnu.linkonce.this_module, "aw"
                .zero 64
                .text
                .type start, @function
                start: nop
                call klp_enable_patch
                mov start@GOTPCREL(%rip), %rax
                """);
    }

    @Test
    void saysWhatIsWrongWhatTheKernelDoesAndWhatHelps() {
        CommandLineRun run = CommandLineRun.of("verify", unfit.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replace(unfit.toString(), "unfit.ko")).isEqualTo("""
                unfit.ko: error: [KLP504] the module does not say that it is a livepatch
                    kernel: the kernel refuses the module (EINVAL): "module unfit is not marked as a livepatch module"
                    help: write MODULE_INFO(livepatch, "Y");
                unfit.ko: error: [KLP512] .text+0x9 (start+0x9): the module loader of x86-64 does not know R_X86_64_REX_GOTPCRELX (against 'start')
                    kernel: the kernel refuses the module (ENOEXEC): "Unknown rela relocation: 42"
                    help: compile with the kernel's own flags, as kbuild does
                unfit.ko: warning: [KLP525] the module's data has no struct klp_patch with an array of objects; objects and functions were not checked
                    kernel: the kernel loads the module
                unfit.ko: unfit for Linux 6.1: 2 errors, 1 warning (symbols not checked, no --kernel given)
                """);
    }

    @Test
    void saysItToProgramsToo() {
        CommandLineRun run = CommandLineRun.of("verify", "--json", "--target-version", "5.4", unfit.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().replace(unfit.toString(), "unfit.ko")).startsWith("""
                [
                  {
                    "file": "unfit.ko",
                    "kernel": "5.4",
                    "symbolsChecked": false,
                    "fit": false,
                    "findings": [
                      {
                        "code": "KLP504",
                        "key": "not-marked-as-livepatch",
                        "severity": "error",
                        "section": null,
                        "offset": null,
                        "function": null,
                        "functionOffset": null,
                        "text": "the module does not say that it is a livepatch",
                        "outcome": "refused",
                        "error": "EINVAL",
                        "kernelMessage": "module unfit is not marked as a livepatch module",
                        "hints": [
                          "help: write MODULE_INFO(livepatch, \\"Y\\");"
                        ]
                      },
                      {
                        "code": "KLP512",
                        "key": "relocation-type",
                        "severity": "error",
                        "section": ".text",
                        "offset": "0x9",
                        "function": "start",
                        "functionOffset": "0x9",
                """);
    }

    @Test
    void paintsTheVerdictWhereAskedTo() {
        CommandLineRun run =
                CommandLineRun.in(new Environment(Map.of(), true, true), "verify", "--color=always", unfit.toString());
        assertThat(run.out()).contains("\u001b[31munfit\u001b[");
    }

    @Test
    void aFileThatIsNoModuleIsUnfitAndNoCrash() throws IOException {
        Path text = Files.writeString(folder.resolve("text.ko"), "not a module");
        CommandLineRun run = CommandLineRun.of("verify", "--target-version=6.1", text.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("[KLP501]").contains("unfit for Linux 6.1: 1 error, 0 warnings");
        assertThat(CommandLineRun.of("verify", text.toString()).err())
                .isEqualTo("klp: " + text + ": the file does not say which kernel it was built for (vermagic=); say it"
                        + " with --target-version\n");
    }

    @Test
    void wrongUsageIsWrongUsage() {
        assertThat(CommandLineRun.of("verify").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("verify", "--target-version=new", unfit.toString())
                        .err())
                .startsWith("klp: --target-version: 'new' is no version such as 6.1\n");
    }
}
