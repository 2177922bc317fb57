package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.cli.CommandLineRun;
import dev.klp.testing.ObjectFile;
import dev.klp.testing.Readelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables that kernels 4.7 to 5.7 apply after an object's relocations. What is expected follows kpatch's rules (create-klp-module,
 * function {@code create_klp_arch_sections}): the bytes and relocations of the table named in {@code .kpatch.arch}, under the name
 * {@code .klp.arch.<object>.<table>}.
 */
class ArchitectureTablesTest {
    private static final String TABLES = """
            .text
            patched: nop
            .section .altinstr_replacement, "ax"
            replacement: nop
            .section .altinstructions, "a"
            alternatives: .long patched - ., replacement - .
            .short 1
            .byte 1, 1
            .section .parainstructions, "a"
            .balign 8
            paravirt: .quad patched
            .byte 1, 2, 0, 0
            .section .kpatch.strings, "a"
            vmlinux: .asciz "vmlinux"
            kvm: .asciz "kvm-intel"
            .section .kpatch.arch, "a"
            .quad alternatives, vmlinux
            .quad paravirt, kvm
            .section __versions, "a"
            .quad 1
            .asciz "module_layout"
            .balign 64
            """;

    private static final String INFO = """

            .section .modinfo, "a"
            .asciz "livepatch=Y"
            .asciz "license=GPL"
            .section .gnu.linkonce.this_module, "aw"
            .zero 64
            """;

    @TempDir
    Path folder;

    private CommandLineRun convert(String text, String... options) throws IOException {
        Path input = ObjectFile.assemble(folder, "in.ko", text + INFO);
        List<String> arguments = new ArrayList<>(List.of("convert", "-o", output().toString(), input.toString()));
        arguments.addAll(List.of(options));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private Path output() {
        return folder.resolve("out.ko");
    }

    private static String vermagic(String release) {
        return ".section .modinfo, \"a\"\n.asciz \"vermagic=" + release + " SMP mod_unload \"\n";
    }

    private List<String> relocations() throws IOException {
        Readelf readelf = Readelf.of(output());
        return readelf.relocations().stream()
                .map(relocation -> readelf.target(relocation).name() + " 0x" + Long.toHexString(relocation.offset())
                        + " " + readelf.sections().get(relocation.table()).name())
                .toList();
    }

    private List<String> sections() throws IOException {
        return Readelf.of(output()).sections().stream()
                .map(Readelf.Section::name)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.7.0", "4.12.14-122.37-default", "5.7.19"})
    void kernelsThatWaitForTheObjectAreToldByTheName(String release) throws IOException {
        assertThat(convert(TABLES + vermagic(release)).exitCode()).isZero();
        assertThat(relocations())
                .containsExactly(
                        ".klp.arch.vmlinux..altinstructions 0x0 .rela.klp.arch.vmlinux..altinstructions",
                        ".klp.arch.vmlinux..altinstructions 0x4 .rela.klp.arch.vmlinux..altinstructions",
                        ".klp.arch.kvm_intel..parainstructions 0x0 .rela.klp.arch.kvm_intel..parainstructions");
        assertThat(sections()).doesNotContain(".altinstructions", ".parainstructions", ".kpatch.arch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.8.0", "6.1.0-56-amd64", "4.6.7"})
    void otherKernelsKeepTheTables(String release) throws IOException {
        assertThat(convert(TABLES + vermagic(release)).exitCode()).isZero();
        assertThat(sections())
                .contains(".altinstructions", ".parainstructions")
                .doesNotContain(".kpatch.arch", ".rela.kpatch.arch")
                .noneMatch(name -> name.contains(".klp.arch."));
    }

    @Test
    void theOptionCountsMoreThanTheModule() throws IOException {
        assertThat(convert(TABLES + vermagic("6.1.0"), "--target-version", "5.4")
                        .exitCode())
                .isZero();
        assertThat(sections()).contains(".klp.arch.vmlinux..altinstructions");
    }

    @Test
    void withoutAVersionNothingIsGuessed() throws IOException {
        CommandLineRun run = convert(TABLES);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).endsWith("name it with --target-version\n");
        assertThat(output()).doesNotExist();
    }

    @Test
    void oneTableCannotWaitForTwoObjects() throws IOException {
        CommandLineRun run = convert(TABLES.replace("paravirt, kvm", "alternatives, kvm") + vermagic("5.4.0"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(".altinstructions+0x0: one of several tables for 'kvm_intel'");
    }
}
