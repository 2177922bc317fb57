package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.ObjectFile;
import dev.klp.testing.Program;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertCommandTest {
    /** A symbol of vmlinux, one of zsmalloc that it exports, and {@code __versions} that list exports. */
    private static final String SOURCE = """
            .text
            call nr_threads
            call zs_get_total_pages
            call _printk
            .section .klp.module_relocs.vmlinux, "aw"
            .quad nr_threads
            .long 0
            .section .klp.module_relocs.zsmalloc, "aw"
            .quad zs_get_total_pages
            .long 0
            .section .modinfo, "a"
            .asciz "license=GPL"
            .asciz "depends=zsmalloc"
            .asciz "name=demo"
            .asciz "livepatch=Y"
            .asciz "vermagic=6.1.0-test SMP"
            .section .gnu.linkonce.this_module, "aw"
            .zero 64
            """;

    private static final String VERSIONS = """
            .section __versions, "a"
            .macro VERSION name
            0: .quad 0x12345678
            .asciz "\\name"
            .balign 64
            .endm
            .type table, @object
            table:
            VERSION module_layout
            VERSION zs_get_total_pages
            VERSION _printk
            .size table, . - table
            """;

    @TempDir
    Path folder;

    private Path input;
    private Path output;

    @BeforeEach
    void assemble() throws IOException {
        input = ObjectFile.assemble(folder, "in.ko", SOURCE + VERSIONS);
        output = folder.resolve("out.ko");
    }

    private CommandLineRun convert(Path from) {
        return CommandLineRun.of("convert", "-o", output.toString(), from.toString());
    }

    private Path symvers(String... lines) throws IOException {
        return Files.writeString(folder.resolve("Module.symvers"), String.join("\n", lines) + "\n");
    }

    private static CommandLineRun refused(String text) {
        return new CommandLineRun(1, "", "klp: " + text + "\n");
    }

    private void assertNothingBeside(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .contains(names)
                    .noneMatch(name -> name.endsWith(".tmp") || name.equals("out.ko"));
        }
    }

    @Test
    void goesByTheModulesOwnVersions() throws IOException {
        assertThat(convert(input))
                .isEqualTo(new CommandLineRun(
                        0,
                        output + ": 2 relocations against 2 symbols converted\n",
                        "klp: " + input
                                + ": note: depends= no longer names 'zsmalloc'; whether the module still uses another"
                                + " export of it can only be told with --symbols or --kernel\n"));
        assertDependenciesReleased("license=GPL", "depends=", "name=demo", "livepatch=Y", "vermagic=6.1.0-test SMP");
    }

    @Test
    void goesByTheSymversThatAreGiven() throws IOException {
        Path symvers = symvers(
                "0x12345678\tzs_get_total_pages\tmm/zsmalloc\tEXPORT_SYMBOL_GPL\t",
                "0x12345678\t_printk\tvmlinux\tEXPORT_SYMBOL\t");
        CommandLineRun run =
                CommandLineRun.of("convert", "--symbols=" + symvers, "--output", output.toString(), input.toString());
        assertThat(run).isEqualTo(new CommandLineRun(0, output + ": 2 relocations against 2 symbols converted\n", ""));
        assertDependenciesReleased("license=GPL", "depends=", "name=demo", "livepatch=Y", "vermagic=6.1.0-test SMP");
    }

    @Test
    void takesSeveralSymvers() throws IOException {
        Path kernel = symvers("0x12345678\t_printk\tvmlinux\tEXPORT_SYMBOL\t");
        Path more = Files.writeString(folder.resolve("more"), "0x1\tzs_get_total_pages\tzsmalloc\tEXPORT_SYMBOL\t\n");
        assertThat(CommandLineRun.of(
                                "convert",
                                "--symbols",
                                more.toString(),
                                "--symbols",
                                kernel.toString(),
                                "-o",
                                output.toString(),
                                input.toString())
                        .exitCode())
                .isZero();
    }

    private void assertDependenciesReleased(String... info) throws IOException {
        String modinfo = Program.output("readelf", "-p", ".modinfo", output.toString());
        assertThat(modinfo.lines().filter(line -> line.contains("]")).map(line -> line.replaceAll(".*]\\s*", "")))
                .containsExactly(info);
        assertThat(Program.output("readelf", "-p", "__versions", output.toString()))
                .contains("module_layout", "_printk")
                .doesNotContain("zs_get_total_pages");
        assertThat(Program.output("readelf", "-sW", output.toString())).containsPattern("\\b128 OBJECT .* table\n");
    }

    @Test
    void aDependencyThatIsStillNeededStays() throws IOException {
        input = ObjectFile.assemble(folder, "in.ko", SOURCE + ".text\ncall zs_malloc\n");
        Path symvers = symvers(
                "0x12345678\tzs_get_total_pages\tmm/zsmalloc\tEXPORT_SYMBOL_GPL\t",
                "0x12345678\tzs_malloc\tmm/zsmalloc\tEXPORT_SYMBOL_GPL\t",
                "0x12345678\t_printk\tvmlinux\tEXPORT_SYMBOL\t");
        assertThat(CommandLineRun.of("convert", "--symbols=" + symvers, "-o", output.toString(), input.toString())
                        .exitCode())
                .isZero();
        assertThat(Program.output("readelf", "-p", ".modinfo", output.toString()))
                .contains("depends=zsmalloc");
    }

    @Test
    void withoutVersionsItAsksForSymvers() throws IOException {
        input = ObjectFile.assemble(folder, "in.ko", SOURCE);
        assertThat(convert(input))
                .isEqualTo(refused(input + ": the module has no section __versions, so it cannot be told which of its"
                        + " undefined symbols the kernel exports; name the kernel's Module.symvers with --symbols, or the"
                        + " kernel with --kernel"));
        assertNothingBeside("in.ko");
    }

    @Test
    void aConvertedModuleStaysAsItIs() throws IOException {
        assertThat(convert(input).exitCode()).isZero();
        byte[] once = Files.readAllBytes(output);
        Path again = folder.resolve("again.ko");
        assertThat(CommandLineRun.of("convert", "-o", again.toString(), output.toString()))
                .isEqualTo(new CommandLineRun(0, again + ": nothing to convert\n", ""));
        assertThat(again).hasBinaryContent(once);
        assertThat(CommandLineRun.of("convert", "--in-place", output.toString()))
                .isEqualTo(new CommandLineRun(0, output + ": nothing to convert\n", ""));
        assertThat(output).hasBinaryContent(once);
    }

    @Test
    void inPlaceReplacesTheInputAndKeepsItsMode() throws IOException {
        byte[] before = Files.readAllBytes(input);
        Files.setPosixFilePermissions(input, PosixFilePermissions.fromString("rw-rw---x"));
        assertThat(convert(input).exitCode()).isZero();
        assertThat(input).hasBinaryContent(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
                .isEqualTo("rw-rw---x");
        assertThat(CommandLineRun.of("convert", "--in-place", input.toString()).exitCode())
                .isZero();
        assertThat(input).hasSameBinaryContentAs(output);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(input)))
                .isEqualTo("rw-rw---x");
    }

    @Test
    void theOutputIsTheSameEveryTime() throws IOException {
        assertThat(convert(input).exitCode()).isZero();
        byte[] first = Files.readAllBytes(output);
        assertThat(convert(input).exitCode()).isZero();
        assertThat(output).hasBinaryContent(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    in.ko                       ; Missing required argument (specify one of these): (-o=OUT | --in-place)
                    -o out.ko --in-place in.ko  ; --output=OUT, --in-place are mutually exclusive (specify only one)
                    -o out.ko                   ; Missing required parameter: 'IN.ko'
                    -o out a/x.ko b/x.ko        ; both a/x.ko and b/x.ko would be written to out/x.ko
                    -o  in.ko                   ; '' cannot be the name of a file
                    --in-place a.ko ./a.ko      ; both a.ko and ./a.ko would be written to ./a.ko
                    --target-version x -o o a.ko; --target-version: 'x' is no version of a kernel, such as 6.1
                    """)
    void usageErrors(String arguments, String text) {
        CommandLineRun run = CommandLineRun.of(("convert " + arguments).split(" ", -1));
        assertThat(run).isEqualTo(new CommandLineRun(2, "", "klp: " + text + "\nTry 'klp convert --help'.\n"));
    }

    @Test
    void theInputIsNoOutputWithoutInPlace() throws IOException {
        byte[] before = Files.readAllBytes(input);
        Path alias = Files.createLink(folder.resolve("alias.ko"), input);
        CommandLineRun run = CommandLineRun.of("convert", "-o", alias.toString(), input.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("klp: -o " + alias + " is the input itself; say --in-place to replace it\n");
        assertThat(input).hasBinaryContent(before);
    }

    @Test
    void truncationAtEveryByteIsOneLine() throws IOException {
        Path small = ObjectFile.assembleModule(
                folder, "small.ko", ".text\ncall \".klp.sym.rela.vmlinux.vmlinux.a,0\"\n" + VERSIONS);
        byte[] whole = Files.readAllBytes(small);
        assertThat(convert(small).exitCode()).isZero();
        Files.delete(output);
        Path cut = folder.resolve("cut.ko");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            CommandLineRun run = convert(cut);
            assertThat(run.exitCode()).as("%d bytes", length).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines()).as("%d bytes", length).hasSize(1);
            assertThat(run.err()).startsWith("klp: " + cut + ": ");
        }
        assertNothingBeside("cut.ko");
    }

    @Test
    void namesAFileThatIsMissingOrAFolder() {
        Path missing = folder.resolve("missing.ko");
        assertThat(convert(missing)).isEqualTo(refused(missing + ": no such file or folder"));
        assertThat(convert(folder)).isEqualTo(refused(folder + ": is a folder, not a file"));
        assertThat(CommandLineRun.of(
                        "convert", "--symbols", folder.toString(), "-o", output.toString(), input.toString()))
                .isEqualTo(refused(folder + ": is a folder, not a file"));
        assertThat(CommandLineRun.of(
                        "convert", "--symbols", missing.toString(), "-o", output.toString(), input.toString()))
                .isEqualTo(refused(missing + ": no such file or folder"));
    }

    @Test
    void readsNoDevices() throws IOException {
        Path endless = Path.of("/dev/zero");
        assertThat(convert(endless)).isEqualTo(refused(endless + ": is a device, not a file"));
        assertNothingBeside("in.ko");
    }

    @Test
    void namesWhatIsNoElfFile() throws IOException {
        Path text = Files.writeString(folder.resolve("text.ko"), "#!/bin/sh\nexit 0 # more than sixteen bytes\n");
        CommandLineRun run = convert(text);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).startsWith("klp: " + text + ": ").contains("ELF");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void namesWhatIsNotRelocatable() throws IOException {
        Path shared = folder.resolve("shared.ko");
        Program.output(folder, "ld", "-shared", "-o", shared.toString(), input.toString());
        CommandLineRun run = convert(shared);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).startsWith("klp: " + shared + ": ").contains("ET_REL");
    }

    @ParameterizedTest
    @CsvSource({
        "40, 32-bit arm",
        "3, i386",
        "243, riscv64",
        "22, little-endian s390x",
        "20, 64-bit powerpc",
        "258, loongarch64",
        "4711, machine 4711"
    })
    void namesAnotherMachine(int machine, String name) throws IOException {
        byte[] module = Files.readAllBytes(input);
        module[18] = (byte) machine;
        module[19] = (byte) (machine >>> 8);
        Files.write(input, module);
        assertThat(convert(input))
                .isEqualTo(refused(
                        input + ": the module is for " + name + "; those that are converted are for x86-64, s390x,"
                                + " arm64, ppc64le, ppc64 and ppc32 (at 0x12)"));
    }

    @Test
    void aFileWithoutSymbolsIsNoModule() throws IOException {
        Program.output(folder, "strip", "-s", "-o", output.toString(), input.toString());
        Path stripped = folder.resolve("stripped.ko");
        Files.move(output, stripped);
        CommandLineRun run = convert(stripped);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).hasSize(1);
    }

    @Test
    void damagedTablesAreNamed() throws IOException {
        Path odd = ObjectFile.assemble(
                folder, "odd.ko", SOURCE + ".section __versions, \"a\"\n.quad 1\n.section .modinfo\n.ascii \"end\"\n");
        assertThat(convert(odd))
                .isEqualTo(refused(odd + ": .modinfo: the last text is not ended by a zero byte (at 0x0)"));
        Path small = ObjectFile.assemble(folder, "small.ko", SOURCE + ".section __versions, \"a\"\n.quad 1\n");
        assertThat(convert(small))
                .isEqualTo(refused(small + ": __versions: its size of 8 bytes is no multiple of 64 (at 0x0)"));
    }

    @Test
    void aFullDiskLeavesNothing() throws IOException {
        Requires.path(Path.of("/dev/full"), "a Linux machine has it");
        CommandLineRun run = CommandLineRun.of("convert", "-o", "/dev/full", input.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).last().isEqualTo("klp: /dev/full: No space left on device");
        assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
    }

    @Test
    void severalModulesGoIntoAFolderAndAreReportedInOrder() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("convert", "-o", folder.resolve("results").toString()));
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            Path module = Files.copy(input, folder.resolve("module" + i + ".ko"));
            arguments.add(module.toString());
            expected.append(folder.resolve("results/module" + i + ".ko"))
                    .append(": 2 relocations against 2 symbols converted\n");
        }
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(expected.toString());
        assertThat(convert(input).exitCode()).isZero();
        for (int i = 0; i < 9; i++) {
            assertThat(folder.resolve("results/module" + i + ".ko")).hasSameBinaryContentAs(output);
        }
    }

    @Test
    void oneRefusedModuleDoesNotKeepOthersFromBeingConverted() throws IOException {
        Path results = folder.resolve("results");
        Path missing = folder.resolve("missing.ko");
        Path undefined = ObjectFile.assemble(folder, "undefined.ko", SOURCE + VERSIONS + ".text\ncall unknown\n");
        CommandLineRun run = CommandLineRun.of(
                "convert", "-o", results.toString(), missing.toString(), undefined.toString(), input.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(results.resolve("in.ko") + ": 2 relocations against 2 symbols converted\n");
        assertThat(run.errLines().get(0)).isEqualTo("klp: " + missing + ": no such file or folder");
        assertThat(run.errLines().get(1)).startsWith("klp: " + undefined + ": .text+0x");
        try (Stream<Path> files = Files.list(results)) {
            assertThat(files).containsExactly(results.resolve("in.ko"));
        }
    }

    @Test
    void aFolderTakesASingleModuleToo() throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        assertThat(CommandLineRun.of("convert", "-o", results.toString(), input.toString())
                        .exitCode())
                .isZero();
        assertThat(results.resolve("in.ko")).isRegularFile();
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws IOException {
        Path nowhere = folder.resolve("none/out.ko");
        assertThat(CommandLineRun.of("convert", "-o", nowhere.toString(), input.toString())
                        .errLines())
                .last()
                .isEqualTo("klp: " + nowhere + ": its folder does not exist");
        Path readOnly = Path.of("/proc/klp-out.ko");
        CommandLineRun run = CommandLineRun.of("convert", "-o", readOnly.toString(), input.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).last().asString().startsWith("klp: " + readOnly + ": ");
    }

    @Test
    void aProcessKilledWhileItWritesLeavesTheOldFile() throws Exception {
        input = ObjectFile.assemble(folder, "large.ko", SOURCE + VERSIONS + ".data\n.zero 50000000\n");
        byte[] old = Files.readAllBytes(input);
        assertThat(convert(input).exitCode()).isZero();
        byte[] converted = Files.readAllBytes(output);
        int killed = 0;
        for (int round = 0; round < 3; round++) {
            Files.write(input, old);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.klp.cli.Klp",
                            "convert",
                            "--in-place",
                            input.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (process.isAlive() && temporaryFiles().isEmpty()) {
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            byte[] left = Files.readAllBytes(input);
            List<Path> temporary = temporaryFiles();
            if (!temporary.isEmpty()) {
                killed++;
                assertThat(Arrays.equals(left, old)).isTrue();
                Files.delete(temporary.get(0));
            } else {
                assertThat(Arrays.equals(left, converted)).isTrue();
            }
        }
        assertThat(killed).as("processes killed while they wrote").isPositive();
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }
}
