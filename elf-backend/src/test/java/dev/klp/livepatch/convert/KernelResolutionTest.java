package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.cli.CommandLineRun;
import dev.klp.testing.ObjectFile;
import dev.klp.testing.Readelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules without annotations, converted by what an index of a kernel says. */
class KernelResolutionTest {
    /** A patch of vmlinux and loop: {@code struct klp_patch} as the C compiler lays it out for Linux 6.1. */
    private static final String PATCH = """
            .section .gnu.linkonce.this_module, "aw"
            .globl __this_module
            __this_module: .zero 64
            .section .rodata.str1.1, "aMS", @progbits, 1
            .Lold: .string "old_function"
            .Lloop: .string "loop"
            .data
            .type patch, @object
            patch: .quad __this_module, objects, 0
            .zero 168
            .size patch, . - patch
            .type functions, @object
            functions: .quad .Lold, new_function, 0
            .zero 128 + 152
            .size functions, . - functions
            .type objects, @object
            objects: .quad 0, functions
            .zero 152
            .quad .Lloop, functions
            .zero 152 + 168
            .size objects, . - objects
            .text
            .type new_function, @function
            new_function: nop
            """;

    @TempDir
    Path folder;

    private Path index;

    @BeforeEach
    void makeIndex() throws IOException {
        Path symbols = Files.writeString(folder.resolve("kallsyms"), """
                ffffffff81000000 T _printk
                ffffffff81000010 t first_show
                ffffffff81000020 t type_show
                ffffffff81000030 t middle_show
                ffffffff81000040 t type_show
                ffffffff81000050 t last_show
                ffffffff81000060 D nr_threads
                ffffffff81000070 t both
                ffffffff81000080 t split.isra.0
                ffffffff81000090 t old_function
                ffffffffc0000000 d max_part\t[loop]
                ffffffffc0000010 t both\t[loop]
                ffffffffc0000020 t loop_export\t[loop]
                ffffffffc0000028 t old_function\t[loop]
                ffffffffc0000030 t nr_threads\t[elsewhere]
                ffffffffc0000040 t only_elsewhere\t[elsewhere]
                ffffffffc0000050 t elsewhere_last\t[elsewhere]
                """);
        for (int i = 0; i < 40; i++) {
            Files.writeString(symbols, "ffffffff8200%02x00 t many%n".formatted(i), StandardOpenOption.APPEND);
        }
        Path symvers = Files.writeString(folder.resolve("Module.symvers"), """
                0x00000001\t_printk\tvmlinux\tEXPORT_SYMBOL\t
                0x00000002\tloop_export\tdrivers/block/loop\tEXPORT_SYMBOL\t
                0x00000003\telsewhere_export\tdrivers/elsewhere\tEXPORT_SYMBOL\t
                """);
        index = folder.resolve("kernel.klpindex");
        CommandLineRun run = CommandLineRun.of("index", "-o", index.toString(), symbols.toString(), symvers.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private CommandLineRun convert(String text) throws IOException {
        Path input = ObjectFile.assembleModule(folder, "in.ko", text);
        return CommandLineRun.of("convert", "--kernel", index.toString(), "-o", output().toString(), input.toString());
    }

    private Path output() {
        return folder.resolve("out.ko");
    }

    private List<String> refusal(String text) throws IOException {
        CommandLineRun run = convert(text);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(output()).doesNotExist();
        String prefix = "klp: " + folder.resolve("in.ko") + ": ";
        return run.errLines().stream()
                .map(line -> line.startsWith(prefix) ? line.substring(prefix.length()) : line)
                .toList();
    }

    @Test
    void takesWhatVmlinuxOrAPatchedObjectHasOnceAndListsIt() throws IOException {
        CommandLineRun run = convert(PATCH + """
                call nr_threads
                call max_part
                call _printk
                """);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err().replace("klp: " + folder.resolve("in.ko") + ": ", ""))
                .isEqualTo("""
                        note: 'nr_threads' is not annotated; taken for the only one in vmlinux, as .klp.sym.vmlinux.nr_threads,0, gated by vmlinux
                        note: 'max_part' is not annotated; taken for the only one in loop, as .klp.sym.loop.max_part,0, gated by loop
                        """);
        assertThat(LivepatchTable.of(output()))
                .containsExactlyInAnyOrder(
                        "vmlinux .text 0x2 R_X86_64_PLT32 .klp.sym.vmlinux.nr_threads,0 -4",
                        "loop .text 0x7 R_X86_64_PLT32 .klp.sym.loop.max_part,0 -4");
        LivepatchTable.assertSound(output());
        assertThat(Readelf.of(output()).symbols())
                .extracting(Readelf.Symbol::name)
                .contains("_printk");
    }

    @Test
    void anExportOfAPatchedModuleTiesThePatchToNothing() throws IOException {
        CommandLineRun run = convert(PATCH + "call loop_export\ncall elsewhere_export\n" + """
                .section .modinfo, "a"
                .asciz "depends=elsewhere,loop"
                """);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(LivepatchTable.of(output()))
                .containsExactly("loop .text 0x2 R_X86_64_PLT32 .klp.sym.loop.loop_export,0 -4");
        assertThat(Files.readString(output(), StandardCharsets.ISO_8859_1)).contains("depends=elsewhere\0");
    }

    @Test
    void anAnnotationCountsMoreThanTheKernel() throws IOException {
        assertThat(convert(PATCH + "call \".klp.sym.rela.vmlinux.vmlinux.type_show,2\"\ncall nr_threads\n")
                        .exitCode())
                .isZero();
        assertThat(LivepatchTable.of(output()))
                .containsExactlyInAnyOrder(
                        "vmlinux .text 0x2 R_X86_64_PLT32 .klp.sym.vmlinux.type_show,2 -4",
                        "vmlinux .text 0x7 R_X86_64_PLT32 .klp.sym.vmlinux.nr_threads,0 -4");
    }

    @Test
    void refusesWhatExistsSeveralTimesWithEveryPlace() throws IOException {
        assertThat(refusal(PATCH + "call type_show\ncall type_show\ncall both\n"))
                .containsExactly(
                        ".text+0x2 (new_function+0x2): undefined symbol 'type_show' is neither annotated nor exported;"
                                + " there are 2 of that name, annotate the one meant:",
                        "  1 of 2 in vmlinux, between first_show and middle_show:"
                                + " write @KlpModuleReloc(symbol = \"type_show\", declaration = \"<type> type_show\", sympos = 1) on the @KlpObject type of 'vmlinux',"
                                + " in C asm(\"\\\".klp.sym.rela.vmlinux.vmlinux.type_show,1\\\"\")",
                        "  2 of 2 in vmlinux, between middle_show and last_show:"
                                + " write @KlpModuleReloc(symbol = \"type_show\", declaration = \"<type> type_show\", sympos = 2) on the @KlpObject type of 'vmlinux',"
                                + " in C asm(\"\\\".klp.sym.rela.vmlinux.vmlinux.type_show,2\\\"\")",
                        ".text+0x7 (new_function+0x7): undefined symbol 'type_show' is neither annotated nor exported",
                        ".text+0xc (new_function+0xc): undefined symbol 'both' is neither annotated nor exported; there"
                                + " are 2 of that name, annotate the one meant:",
                        "  1 of 1 in vmlinux, between nr_threads and split.isra.0:"
                                + " write @KlpModuleReloc(symbol = \"both\", declaration = \"<type> both\") on the @KlpObject type of 'vmlinux',"
                                + " in C asm(\"\\\".klp.sym.rela.vmlinux.vmlinux.both,0\\\"\")",
                        "  1 of 1 in loop, between max_part and loop_export: write @KlpModuleReloc(symbol = \"both\", declaration = \"<type> both\") on the @KlpObject type of 'loop',"
                                + " in C asm(\"\\\".klp.sym.rela.loop.loop.both,0\\\"\")");
    }

    @Test
    void listsEveryPlaceHoweverManyThereAre() throws IOException {
        assertThat(refusal(PATCH + "call many\n"))
                .hasSize(41)
                .last()
                .asString()
                .contains("40 of 40 in vmlinux", "declaration = \"<type> many\", sympos = 40)", "vmlinux.many,40");
    }

    @Test
    void neverTakesASymbolOfAModuleThatThePatchDoesNotList() throws IOException {
        assertThat(refusal(PATCH + "call only_elsewhere\n"))
                .containsExactly(
                        ".text+0x2 (new_function+0x2): undefined symbol 'only_elsewhere' is neither annotated nor exported;"
                                + " only modules have it that the patch does not list:",
                        "  1 of 1 in elsewhere, between nr_threads and elsewhere_last: let the patch list elsewhere:"
                                + " write @KlpModuleReloc(symbol = \"only_elsewhere\", declaration = \"<type> only_elsewhere\") on the @KlpObject type of 'elsewhere',"
                                + " in C asm(\"\\\".klp.sym.rela.elsewhere.elsewhere.only_elsewhere,0\\\"\")");
    }

    @Test
    void saysWhatIsNearANameThatDoesNotExist() throws IOException {
        assertThat(refusal(PATCH + "call nr_thread\ncall split\n"))
                .containsExactly(
                        ".text+0x2 (new_function+0x2): undefined symbol 'nr_thread' is neither annotated nor exported;"
                                + " kernel (of unknown release) has no symbol of that name; nearest: nr_threads",
                        ".text+0x7 (new_function+0x7): undefined symbol 'split' is neither annotated nor exported; kernel"
                                + " (of unknown release) has no symbol of that name; the compiler left only"
                                + " split.isra.0");
    }

    @Test
    void withoutAKnownListOfObjectsOnlyVmlinuxCounts() throws IOException {
        assertThat(refusal("call nr_threads\ncall max_part\n"))
                .hasSize(3)
                .first()
                .asString()
                .startsWith(
                        ".text+0x6: undefined symbol 'max_part' is neither annotated nor exported; only modules have it"
                                + " that the patch does not list:");
    }

    @Test
    void aSecondConversionChangesNothing() throws IOException {
        assertThat(convert(PATCH + "call nr_threads\n").exitCode()).isZero();
        Path again = folder.resolve("again.ko");
        CommandLineRun run =
                CommandLineRun.of("convert", "--kernel", index.toString(), "-o", again.toString(), output().toString());
        assertThat(run).isEqualTo(new CommandLineRun(0, again + ": nothing to convert\n", ""));
        assertThat(again).hasSameBinaryContentAs(output());
    }
}
