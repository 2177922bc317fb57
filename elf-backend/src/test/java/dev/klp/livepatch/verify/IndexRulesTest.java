package dev.klp.livepatch.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.cli.CommandLineRun;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.image.ElfWriter;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.index.MappedKernelIndex;
import dev.klp.testing.ObjectFile;
import dev.klp.testing.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule that needs a kernel, broken by a small module for a small kernel. */
class IndexRulesTest {
    private static final String VERMAGIC = "vermagic=6.1.0-test SMP mod_unload modversions ";

    @TempDir
    Path folder;

    private KernelIndex index;

    @BeforeEach
    void makeIndex() throws IOException {
        index = index("CONFIG_LIVEPATCH=y\nCONFIG_MODVERSIONS=y\n");
    }

    @AfterEach
    void close() {
        index.close();
    }

    private KernelIndex index(String config) throws IOException {
        Path symbols = Files.writeString(folder.resolve("kallsyms"), """
                ffffffff81000000 T _stext
                ffffffff81000010 t first_show
                ffffffff81000020 t type_show
                ffffffff81000030 t middle_show
                ffffffff81000040 t type_show
                ffffffff81000050 t last_show
                ffffffff81000060 D nr_threads
                ffffffff81000070 t split.isra.0
                ffffffff81000080 T klp_enable_patch
                """);
        Path symvers = Files.writeString(folder.resolve("Module.symvers"), """
                0x00000001\tklp_enable_patch\tvmlinux\tEXPORT_SYMBOL_GPL\t
                0x00000002\tmodule_layout\tvmlinux\tEXPORT_SYMBOL\t
                0x00000003\tshy\tvmlinux\tEXPORT_SYMBOL\tSHY
                0x00000004\thelped\tdrivers/help-er\tEXPORT_SYMBOL\t
                """);
        Path options = Files.writeString(folder.resolve(".config"), "CONFIG_MODULES=y\nCONFIG_64BIT=y\n" + config);
        Path builtIn = Files.writeString(folder.resolve("modules.builtin"), "kernel/drivers/i2c/i2c-core.ko\n");
        Path loop = module("loop", "", """
                .text
                .type lo_open, @function
                .globl lo_open
                lo_open: nop
                .size lo_open, 1
                .type lo_plain, @function
                .globl lo_plain
                lo_plain: nop
                .size lo_plain, 1
                .section __mcount_loc, "a"
                .quad lo_open
                .data
                .globl max_part
                max_part: .long 0
                """);
        Path twins = twins();
        Path user = module("user", "loop", ".data\n.globl own\nown: .long 0\n");
        Path file = folder.resolve("kernel.klpindex");
        CommandLineRun run = CommandLineRun.of(
                "index",
                "-o",
                file.toString(),
                symbols.toString(),
                symvers.toString(),
                options.toString(),
                builtIn.toString(),
                loop.toString(),
                twins.toString(),
                user.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return MappedKernelIndex.open(file);
    }

    /** A module with a symbol of one name in an init section before one that stays. */
    private Path twins() throws IOException {
        List<String> objects = new ArrayList<>();
        for (String section : List.of(".init.text", ".text")) {
            objects.add(ObjectFile.assemble(
                            folder,
                            "part" + section + ".o",
                            ".section " + section + ", \"ax\"\n.type twin, @function\ntwin: nop\n.size twin, 1\n")
                    .toString());
        }
        objects.add(info("twins", "").toString());
        Path module = folder.resolve("twins.ko");
        List<String> command = new ArrayList<>(List.of("ld", "-r", "-o", module.toString()));
        command.addAll(objects);
        Program.output(command.toArray(String[]::new));
        return module;
    }

    private Path info(String name, String depends) throws IOException {
        return ObjectFile.assemble(folder, name + ".info.o", modinfo(name, depends));
    }

    private static String modinfo(String name, String depends) {
        return "\n.section .modinfo, \"a\"\n.asciz \"name=" + name + "\"\n.asciz \"depends=" + depends + "\"\n.asciz \""
                + VERMAGIC + "\"\n";
    }

    private Path module(String name, String depends, String text) throws IOException {
        return ObjectFile.assemble(folder, name + ".ko", text + modinfo(name, depends));
    }

    /** A patch of one function of an object; {@code text} goes before it. */
    private static String patch(String object, String function, long position, String text) {
        return text + """

                .section .modinfo, "a"
                .asciz "livepatch=Y"
                .asciz "license=GPL"
                .asciz "name=in"
                .asciz "vermagic=6.1.0-test SMP mod_unload modversions "
                .text
                .type new_function, @function
                new_function: call klp_enable_patch
                .size new_function, . - new_function
                .section .rodata.str1.1, "aMS", @progbits, 1
                .Lold: .string "%2$s"
                .Lobject: .string "%1$s"
                .section .gnu.linkonce.this_module, "aw"
                .globl __this_module
                __this_module: .zero 896
                .section .data.patch, "aw"
                .type patch, @object
                patch: .quad __this_module, objects, 0, 0
                .zero 168
                .size patch, . - patch
                .type functions, @object
                functions: .quad .Lold, new_function, %3$d
                .zero 128
                .zero 152
                .size functions, . - functions
                .type objects, @object
                objects: .quad %4$s, functions
                .zero 152
                .zero 168
                .size objects, . - objects
                """.formatted(object, function, position, object.equals("vmlinux") ? "0" : ".Lobject");
    }

    private List<Finding> findings(String text) throws IOException {
        return Verifier.verify(
                "in.ko",
                ElfWriter.toBytes(LivepatchMaker.make(ObjectFile.assemble(folder, "in.ko", text))),
                VerificationTarget.of(index));
    }

    private List<String> verdict(String text) throws IOException {
        return findings(text).stream()
                .filter(finding -> !finding.code().id().equals("KLP531"))
                .map(finding -> finding.code().id()
                        + (finding.place() == null ? "" : " " + finding.place().section()) + " "
                        + finding.answer().outcome()
                        + (finding.answer().message() == null
                                ? ""
                                : ": " + finding.answer().message()))
                .toList();
    }

    private static String sound(String text) {
        return patch("vmlinux", "first_show", 0, text);
    }

    private static String reference(String gate, String object, String symbol) {
        return ".data\n.quad \".klp.rela." + gate + ".!.klp.sym." + object + "." + symbol + "\"\n";
    }

    @Test
    void aSoundModuleHasNoFindings() throws IOException {
        assertThat(verdict(sound(reference("vmlinux", "vmlinux", "nr_threads,0")
                        + reference("vmlinux", "vmlinux", "nr_threads,1")
                        + reference("vmlinux", "vmlinux", "type_show,2"))))
                .isEmpty();
        assertThat(verdict(patch("loop", "lo_open", 1, reference("loop", "loop", "max_part,0"))))
                .isEmpty();
    }

    @Test
    void findsSymbolsThatAreNotThere() throws IOException {
        assertThat(verdict(sound(reference("vmlinux", "vmlinux", "nr_thread,0"))))
                .containsExactly("KLP036 .data REFUSED: symbol 'nr_thread' not found in symbol table");
        assertThat(findings(sound(reference("vmlinux", "vmlinux", "nr_thread,0")))
                        .get(0)
                        .hints())
                .containsExactly(Hint.help("did you mean 'nr_threads'"));
        assertThat(findings(sound(reference("vmlinux", "vmlinux", "split,0")))
                        .get(0)
                        .hints())
                .first()
                .extracting(Hint::text)
                .asString()
                .startsWith("the compiler left it as 'split.isra.0'");
        assertThat(verdict(sound(reference("vmlinux", "vmlinux", "split,0"))))
                .containsExactly("KLP037 .data REFUSED: symbol 'split' not found in symbol table");
        assertThat(verdict(patch("loop", "lo_open", 0, reference("loop", "loop", "min_part,0"))))
                .containsExactly("KLP036 .data TARGET_REFUSED: symbol 'min_part' not found in symbol table");
        assertThat(verdict(patch("vmlinux", "fist_show", 0, "")))
                .containsExactly("KLP036 .data.patch REFUSED: symbol 'fist_show' not found in symbol table");
        assertThat(verdict(patch("loop", "lo_close", 0, "")))
                .containsExactly("KLP036 .data.patch TARGET_REFUSED: symbol 'lo_close' not found in symbol table");
    }

    @Test
    void findsAmbiguityAndWrongPositions() throws IOException {
        assertThat(verdict(sound(reference("vmlinux", "vmlinux", "type_show,0"))))
                .containsExactly(
                        "KLP038 .data REFUSED: unresolvable ambiguity for symbol 'type_show' in object '(null)'");
        assertThat(verdict(patch("vmlinux", "type_show", 3, "")))
                .containsExactly(
                        "KLP040 .data.patch REFUSED: symbol position 3 for symbol 'type_show' in object 'vmlinux'"
                                + " not found");
        assertThat(findings(patch("vmlinux", "type_show", 3, "")).get(0).hints())
                .containsExactly(
                        Hint.note("position 1 is after 'first_show' and before 'middle_show'"),
                        Hint.note("position 2 is after 'middle_show' and before 'last_show'"));
        assertThat(verdict(patch("loop", "lo_open", 2, "")))
                .containsExactly("KLP040 .data.patch TARGET_REFUSED: symbol position 2 for symbol 'lo_open' in object"
                        + " 'loop' not found");
    }

    @Test
    void findsAPositionThatAnInitHomonymMoves() throws IOException {
        assertThat(verdict(patch("twins", "lo", 0, reference("twins", "twins", "twin,2"))))
                .contains("KLP048 .data CORRUPTED");
    }

    @Test
    void findsSymbolsWhoseMemoryIsFreed() throws IOException {
        assertThat(verdict(patch("twins", "lo", 0, reference("twins", "twins", "twin,1"))))
                .contains("KLP043 .data CORRUPTED")
                .noneMatch(line -> line.startsWith("KLP048"));
    }

    @Test
    void findsFunctionsThatCannotBeReplaced() throws IOException {
        assertThat(verdict(patch("loop", "lo_plain", 0, "")))
                .containsExactly("KLP042 .data.patch TARGET_REFUSED: failed to find location for function 'lo_plain'");
        assertThat(verdict(patch("loop", "max_part", 0, "")))
                .containsExactly("KLP041 .data.patch TARGET_REFUSED: failed to find location for function 'max_part'");
    }

    @Test
    void findsObjectsThatNeverCome() throws IOException {
        assertThat(verdict(patch("lopo", "lo_open", 0, ""))).containsExactly("KLP034 .data.patch IGNORED");
        assertThat(verdict(patch("i2c_core", "lo_open", 0, ""))).containsExactly("KLP035 .data.patch IGNORED");
        assertThat(findings(patch("i2c_core", "lo_open", 0, "")).get(0).text())
                .contains("built into this kernel (kernel/drivers/i2c/i2c-core.ko)");
        assertThat(verdict(patch("drivers/block/loop", "lo_open", 0, "")))
                .containsExactly("KLP008 .data.patch IGNORED", "KLP034 .data.patch IGNORED");
    }

    @Test
    void findsSymbolsOfModulesThatNeedNotBeThere() throws IOException {
        assertThat(verdict(patch("user", "own", 0, reference("user", "loop", "max_part,0"))))
                .doesNotContain("KLP051 .data TARGET_REFUSED: symbol 'max_part' not found in symbol table");
        assertThat(verdict(patch("loop", "lo_open", 0, reference("loop", "user", "own,0"))))
                .containsExactly("KLP051 .data TARGET_REFUSED: symbol 'own' not found in symbol table");
    }

    @Test
    void findsExportsThatTheLoaderDoesNotTake() throws IOException {
        String versions = """
                .section __versions, "a"
                .macro VERSION crc name
                .quad \\crc
                0: .asciz "\\name"
                .zero 56 - (. - 0b)
                .endm
                """;
        assertThat(verdict(sound(versions + "VERSION 1 klp_enable_patch\nVERSION 2 module_layout\n")))
                .isEmpty();
        assertThat(verdict(sound(versions + "VERSION 9 klp_enable_patch\nVERSION 9 module_layout\n")))
                .containsExactlyInAnyOrder(
                        "KLP519 REFUSED: disagrees about version of symbol module_layout",
                        "KLP519 REFUSED: disagrees about version of symbol klp_enable_patch");
        assertThat(verdict(sound(versions + "VERSION 2 module_layout\n")))
                .containsExactly("KLP519 REFUSED: no symbol version for klp_enable_patch");
        assertThat(verdict(sound(".data\n.quad shy\n")))
                .containsExactly(
                        "KLP526 REFUSED: module uses symbol (shy) from namespace SHY, but does not import it.");
        assertThat(verdict(sound(".section .modinfo, \"a\"\n.asciz \"import_ns=SHY\"\n.data\n.quad shy\n")))
                .isEmpty();
        assertThat(verdict(sound(".data\n.quad nr_threads\n")))
                .containsExactly("KLP510 .data REFUSED: Unknown symbol nr_threads (err -2)");
    }

    @Test
    void findsExportersThatNobodyLoadsBefore() throws IOException {
        String text = sound(".data\n.quad helped\n");
        assertThat(verdict(text)).containsExactly("KLP507 REFUSED: Unknown symbol helped (err -2)");
        assertThat(verdict(text + ".section .modinfo, \"a\"\n.asciz \"depends=help-er\"\n"))
                .containsExactly("KLP507 LOADED");
    }

    @Test
    void findsAnotherKernelThanTheModuleIsFor() throws IOException {
        String other = sound("").replace("6.1.0-test SMP", "6.1.0-other SMP");
        assertThat(verdict(other))
                .containsExactly("KLP506 REFUSED: version magic '6.1.0-other SMP mod_unload modversions ' should be '"
                        + VERMAGIC.substring("vermagic=".length()) + "'");
        assertThat(verdict(other + ".section __versions, \"a\"\n")).containsExactly("KLP533 LOADED");
        assertThat(verdict(sound("").replace("SMP", "UP")))
                .singleElement()
                .asString()
                .startsWith("KLP506 REFUSED");
    }

    @Test
    void knowsWhatTheConfigurationForbids() throws IOException {
        index.close();
        index = index("CONFIG_MODULE_SIG_FORCE=y\n# CONFIG_LIVEPATCH is not set\n");
        assertThat(verdict(sound("")))
                .containsExactly(
                        "KLP033 REFUSED: livepatch support is disabled",
                        "KLP530 REFUSED: Loading of unsigned module is rejected");
    }

    @Test
    void checksAModuleForEachOfSeveralKernels() throws IOException {
        Path first = Files.copy(folder.resolve("kernel.klpindex"), folder.resolve("first.klpindex"));
        index.close();
        index = index("# CONFIG_LIVEPATCH is not set\n");
        ByteBuffer bytes = ElfWriter.toBytes(LivepatchMaker.make(ObjectFile.assemble(folder, "in.ko", sound(""))));
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        Path module = Files.write(folder.resolve("in.ko"), array);
        CommandLineRun run = CommandLineRun.of(
                "verify",
                "--kernel",
                first.toString(),
                "--kernel",
                folder.resolve("kernel.klpindex").toString(),
                module.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out().replace(module.toString(), "in.ko"))
                .startsWith("in.ko: fit for Linux 6.1.0-test\nin.ko: error: [KLP033] ")
                .endsWith("in.ko: unfit for Linux 6.1.0-test: 1 error, 0 warnings\n");
    }
}
