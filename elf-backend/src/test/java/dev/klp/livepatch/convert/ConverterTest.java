package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.cli.CommandLineRun;
import dev.klp.elf.ElfFile;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.SymbolType;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.elf.image.SymbolTableContent;
import dev.klp.io.AtomicFile;
import dev.klp.testing.ObjectFile;
import dev.klp.testing.Program;
import dev.klp.testing.Readelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversions of small files from the assembler, where every offset is known. */
class ConverterTest {
    /** {@code ENTRY object symbol position} makes one entry of a {@code KLP_MODULE_RELOC} array. */
    static final String MACROS = """
            .macro ENTRY object symbol position=0
            .pushsection .klp.module_relocs.\\object, "aw"
            .balign 4
            .quad \\symbol
            .long \\position
            .popsection
            .endm
            """;

    @TempDir
    Path folder;

    private Path symvers;

    @BeforeEach
    void writeSymvers() throws IOException {
        symvers = Files.writeString(folder.resolve("Module.symvers"), """
                0x00000001\t_printk\tvmlinux\tEXPORT_SYMBOL\t
                0x00000002\tzs_get_total_pages\tmm/zsmalloc\tEXPORT_SYMBOL_GPL\t
                0x00000003\tzs_malloc\tmm/zsmalloc\tEXPORT_SYMBOL_GPL\t
                0x00000004\tcrc_ccitt\tlib/crc-ccitt\tEXPORT_SYMBOL\t
                """);
    }

    private Path assemble(String text) throws IOException {
        return ObjectFile.assembleModule(folder, "in.ko", MACROS + text);
    }

    private Path converted(Path input) throws IOException {
        Path output = folder.resolve("out.ko");
        CommandLineRun run = CommandLineRun.of(
                "convert", "--symbols", symvers.toString(), "-o", output.toString(), input.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        LivepatchTable.assertSound(output);
        return output;
    }

    private Path converted(String text) throws IOException {
        return converted(assemble(text));
    }

    /** The lines of standard error, without the name of the file before each. */
    private List<String> refusal(String text) throws IOException {
        Path input = assemble(text);
        Path output = folder.resolve("out.ko");
        CommandLineRun run = CommandLineRun.of(
                "convert", "--symbols", symvers.toString(), "-o", output.toString(), input.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(output).doesNotExist();
        String prefix = "klp: " + input + ": ";
        assertThat(run.errLines()).allMatch(line -> line.startsWith(prefix));
        return run.errLines().stream()
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private static List<Readelf.Relocation> relocationsOf(Path module, String section) throws IOException {
        Readelf readelf = Readelf.of(module);
        return readelf.relocations().stream()
                .filter(relocation ->
                        readelf.sections().get(relocation.table()).name().equals(".rela" + section))
                .toList();
    }

    private static List<String> sectionNames(Path module) throws IOException {
        return Readelf.of(module).sections().stream().map(Readelf.Section::name).toList();
    }

    private static List<String> symbolNames(Path module) throws IOException {
        return Readelf.of(module).symbols().stream().map(Readelf.Symbol::name).toList();
    }

    @Test
    void movesRelocationsOfEveryAllocatedSection() throws IOException {
        Path output = converted("""
                ENTRY vmlinux nr_threads
                ENTRY vmlinux type_show 3
                ENTRY loop max_part
                .text
                call type_show
                mov nr_threads(%rip), %eax
                call _printk
                mov $nr_threads, %rdi
                mov $nr_threads, %edi
                .section .text.unlikely, "ax"
                nop
                mov max_part(%rip), %eax
                .data
                .quad nr_threads + 0x123456789a
                .quad max_part - 8
                .section .rodata, "a"
                .quad type_show
                .quad type_show - .
                .long nr_threads - .
                .section .init.text, "ax"
                call type_show
                """);
        assertThat(LivepatchTable.of(output))
                .containsExactlyInAnyOrder(
                        "vmlinux .text 0x1 R_X86_64_PLT32 .klp.sym.vmlinux.type_show,3 -4",
                        "vmlinux .text 0x7 R_X86_64_PC32 .klp.sym.vmlinux.nr_threads,0 -4",
                        "vmlinux .text 0x13 R_X86_64_32S .klp.sym.vmlinux.nr_threads,0 0",
                        "vmlinux .text 0x18 R_X86_64_32 .klp.sym.vmlinux.nr_threads,0 0",
                        "loop .text.unlikely 0x3 R_X86_64_PC32 .klp.sym.loop.max_part,0 -4",
                        "vmlinux .data 0x0 R_X86_64_64 .klp.sym.vmlinux.nr_threads,0 78187493530",
                        "loop .data 0x8 R_X86_64_64 .klp.sym.loop.max_part,0 -8",
                        "vmlinux .rodata 0x0 R_X86_64_64 .klp.sym.vmlinux.type_show,3 0",
                        "vmlinux .rodata 0x8 R_X86_64_PC64 .klp.sym.vmlinux.type_show,3 0",
                        "vmlinux .rodata 0x10 R_X86_64_PC32 .klp.sym.vmlinux.nr_threads,0 0",
                        "vmlinux .init.text 0x1 R_X86_64_PLT32 .klp.sym.vmlinux.type_show,3 -4");
        assertThat(relocationsOf(output, ".text"))
                .extracting(Readelf.Relocation::symbol)
                .containsExactly("_printk");
        assertThat(symbolNames(output)).doesNotContain("nr_threads", "type_show", "max_part");
    }

    @Test
    void anEmptiedTableKeepsAnEntryThatTheLoaderPassesOver() throws IOException {
        Path output = converted("""
                ENTRY vmlinux nr_threads
                .data
                .quad nr_threads
                """);
        Readelf.Relocation kept = relocationsOf(output, ".data").get(0);
        assertThat(List.of(kept.offset(), kept.symbolIndex(), kept.typeNumber(), kept.addend()))
                .isEqualTo(List.of(0L, 0L, 0L, 0L));
        assertThat(relocationsOf(output, ".data")).hasSize(1);
    }

    @Test
    void readsAnnotatedNames() throws IOException {
        Path output = converted("""
                .text
                call ".klp.sym.rela.zram.zsmalloc.zs_get_total_pages,0"
                call ".klp.sym.rela.vmlinux.vmlinux.do_sysinfo.isra.0,2"
                call ".klp.sym.rela.vmlinux.vmlinux.do_sysinfo.isra.0.2"
                mov ".klp.sym.rela.kvm-intel.kvm-intel.enable_ept,0"(%rip), %eax
                """);
        assertThat(LivepatchTable.of(output))
                .containsExactlyInAnyOrder(
                        "zram .text 0x1 R_X86_64_PLT32 .klp.sym.zsmalloc.zs_get_total_pages,0 -4",
                        "vmlinux .text 0x6 R_X86_64_PLT32 .klp.sym.vmlinux.do_sysinfo.isra.0,2 -4",
                        "vmlinux .text 0xb R_X86_64_PLT32 .klp.sym.vmlinux.do_sysinfo.isra.0,2 -4",
                        "kvm_intel .text 0x11 R_X86_64_PC32 .klp.sym.kvm_intel.enable_ept,0 -4");
    }

    @Test
    void oneSymbolThroughTwoGatesIsTwoSymbols() throws IOException {
        Path output = converted("""
                .text
                call ".klp.sym.rela.loop.loop.loop_probe,0"
                call ".klp.sym.rela.zram.loop.loop_probe,0"
                """);
        assertThat(LivepatchTable.of(output))
                .containsExactlyInAnyOrder(
                        "loop .text 0x1 R_X86_64_PLT32 .klp.sym.loop.loop_probe,0 -4",
                        "zram .text 0x6 R_X86_64_PLT32 .klp.sym.loop.loop_probe,0 -4");
        assertThat(symbolNames(output))
                .filteredOn(".klp.sym.loop.loop_probe,0"::equals)
                .hasSize(2);
    }

    @Test
    void twoSymbolsOfOneName() throws IOException {
        Path output = converted("""
                .text
                call ".klp.sym.rela.vmlinux.vmlinux.type_show,3"
                call ".klp.sym.rela.vmlinux.vmlinux.type_show,5"
                """);
        assertThat(LivepatchTable.of(output))
                .containsExactlyInAnyOrder(
                        "vmlinux .text 0x1 R_X86_64_PLT32 .klp.sym.vmlinux.type_show,3 -4",
                        "vmlinux .text 0x6 R_X86_64_PLT32 .klp.sym.vmlinux.type_show,5 -4");
    }

    @Test
    void theSectionNameAlwaysHasASeparatingDot() throws IOException {
        Path output = converted("""
                ENTRY vmlinux some_key
                .section __jump_table, "aw"
                .quad some_key - .
                """);
        assertThat(LivepatchTable.of(output))
                .containsExactly("vmlinux __jump_table 0x0 R_X86_64_PC64 .klp.sym.vmlinux.some_key,0 0");
        assertThat(sectionNames(output)).contains(".klp.rela.vmlinux.__jump_table");
    }

    @Test
    void sectionsOfOneNameAreToldApart() throws IOException {
        Path output = converted("""
                ENTRY vmlinux nr_threads
                ENTRY vmlinux type_show
                .section .text.same, "ax", @progbits, unique, 1
                mov nr_threads(%rip), %eax
                .section .text.same, "ax", @progbits, unique, 2
                nop
                call type_show
                """);
        Readelf readelf = Readelf.of(output);
        List<Readelf.Section> tables = readelf.sections().stream()
                .filter(section -> section.name().equals(".klp.rela.vmlinux..text.same"))
                .toList();
        assertThat(tables).hasSize(2);
        assertThat(tables.get(0).info()).isNotEqualTo(tables.get(1).info());
        for (Readelf.Relocation relocation : readelf.relocations()) {
            if (relocation.symbol().startsWith(".klp.sym.")) {
                assertThat(relocation.offset())
                        .isEqualTo(readelf.target(relocation).size() - 4);
            }
        }
    }

    @Test
    void groupsLinkOrderAndLaterSectionsAreRenumbered() throws IOException {
        Path output = converted("""
                ENTRY vmlinux nr_threads
                .section .text.grouped, "axG", @progbits, signature, comdat
                grouped: mov nr_threads(%rip), %eax
                .section .ordered, "ao", @progbits, .text.grouped
                .quad grouped
                .section .text.after, "ax"
                .globl after
                .type after, @function
                after: jmp grouped
                """);
        Readelf readelf = Readelf.of(output);
        Readelf.Section group = section(readelf, ".group");
        Readelf.Section ordered = section(readelf, ".ordered");
        assertThat(readelf.sections().get((int) ordered.link()).name()).isEqualTo(".text.grouped");
        assertThat(readelf.symbols().get((int) group.info()).name()).isEqualTo("signature");
        assertThat(Program.output(folder, "readelf", "-gW", output.toString()))
                .contains("[signature]", ".text.grouped", ".rela.text.grouped")
                .doesNotContain("klp");
        assertThat(readelf.symbols())
                .filteredOn(symbol -> symbol.name().equals("after"))
                .allMatch(symbol -> readelf.sections()
                        .get(Integer.parseInt(symbol.section()))
                        .name()
                        .equals(".text.after"));
    }

    private static Readelf.Section section(Readelf readelf, String name) {
        return readelf.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void arraysOfTwoFilesWithPaddingBetweenThem() throws IOException {
        String array = """
                .section .klp.module_relocs.vmlinux, "aw"
                .balign 32
                .quad %s_one
                .long 1
                .quad %s_two
                .long 2
                .quad %s_three
                .long 3
                .text
                call %s_three
                """;
        Path first = ObjectFile.assembleModule(folder, "a.o", array.replace("%s", "a"));
        Path second = ObjectFile.assemble(folder, "b.o", array.replace("%s", "b"));
        Path input = folder.resolve("in.ko");
        Program.output(folder, "ld", "-r", "-o", input.toString(), first.toString(), second.toString());
        Readelf readelf = Readelf.of(input);
        assertThat(section(readelf, ".klp.module_relocs.vmlinux").size()).isEqualTo(100);
        assertThat(LivepatchTable.of(converted(input)))
                .extracting(line -> line.split(" ", -1)[4])
                .containsExactly(".klp.sym.vmlinux.a_three,3", ".klp.sym.vmlinux.b_three,3");
    }

    @Test
    void eachRelocationOfAnArrayCountsAtItsOwnPlace() throws IOException {
        Path input = assemble("""
                .text
                call one
                call two
                .section .klp.module_relocs.vmlinux, "aw"
                .quad 0
                .long 1
                .quad 0
                .long 2
                .reloc 12, R_X86_64_64, two
                .reloc 0, R_X86_64_64, one
                """);
        assertThat(LivepatchTable.of(converted(input)))
                .containsExactlyInAnyOrder(
                        "vmlinux .text 0x1 R_X86_64_PLT32 .klp.sym.vmlinux.one,1 -4",
                        "vmlinux .text 0x6 R_X86_64_PLT32 .klp.sym.vmlinux.two,2 -4");
    }

    @Test
    void annotationsThatNothingUsesGoAway() throws IOException {
        Path output = converted("""
                ENTRY vmlinux nr_threads
                ENTRY vmlinux unused
                .text
                call nr_threads
                """);
        assertThat(symbolNames(output)).containsExactly("", ".klp.sym.vmlinux.nr_threads,0");
    }

    @Test
    void debugInformationLosesReferencesToTheAnnotationsAndKeepsThoseToSymbols() throws IOException {
        Path output = converted("""
                .section .klp.module_relocs.vmlinux, "aw"
                array:
                .quad nr_threads
                .long 0
                .type array, @object
                .size array, 12
                .globl visible
                visible:
                .text
                call nr_threads
                .section .debug_info
                .quad array
                .quad nr_threads
                .quad visible + 4
                .section .debug_more
                .quad array
                """);
        assertThat(LivepatchTable.of(output))
                .containsExactly("vmlinux .text 0x1 R_X86_64_PLT32 .klp.sym.vmlinux.nr_threads,0 -4");
        List<Readelf.Relocation> kept = relocationsOf(output, ".debug_info");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).offset()).isEqualTo(8);
        assertThat(kept.get(0).symbol()).isEqualTo(".klp.sym.vmlinux.nr_threads,0");
        assertThat(relocationsOf(output, ".debug_more"))
                .extracting(Readelf.Relocation::type)
                .containsExactly("R_X86_64_NONE");
        assertThat(symbolNames(output)).doesNotContain("array", "visible");
    }

    @Test
    void aModuleThatIsConvertedAndAnnotatedAgainGoesOnWithItsSections() throws IOException {
        Path once = converted("""
                ENTRY vmlinux nr_threads
                .text
                call nr_threads
                .byte 0xe8
                .long 0
                """);
        ElfImage image = ElfReader.read(ElfFile.read(once));
        Symbol another = Symbol.create(
                ".klp.sym.rela.vmlinux.vmlinux.nr_running,0",
                SymbolBinding.STB_GLOBAL,
                SymbolType.STT_NOTYPE,
                SymbolPlacement.UNDEFINED);
        for (Section section : image.sections()) {
            if (section.content() instanceof SymbolTableContent table) {
                table.add(another);
            } else if (section.name().equals(".rela.text") && section.content() instanceof RelocationContent table) {
                table.entries().add(new Relocation(6, another, 4, -4));
            }
        }
        Path again = folder.resolve("again.ko");
        AtomicFile.write(again, channel -> ElfWriter.write(image, channel));
        Path output = converted(again);
        assertThat(LivepatchTable.of(output))
                .containsExactly(
                        "vmlinux .text 0x1 R_X86_64_PLT32 .klp.sym.vmlinux.nr_threads,0 -4",
                        "vmlinux .text 0x6 R_X86_64_PLT32 .klp.sym.vmlinux.nr_running,0 -4");
        assertThat(relocationsOf(output, ".text")).hasSize(1);
    }

    @Test
    void aConvertedModuleNeedsNoSymvers() throws IOException {
        Path once = converted("""
                ENTRY vmlinux nr_threads
                .text
                call nr_threads
                """);
        Path unchanged = folder.resolve("unchanged.ko");
        CommandLineRun run = CommandLineRun.of("convert", "-o", unchanged.toString(), once.toString());
        assertThat(run).isEqualTo(new CommandLineRun(0, unchanged + ": nothing to convert\n", ""));
        assertThat(unchanged).hasSameBinaryContentAs(once);
    }

    @Test
    void referencesToTheAnnotationsThemselvesAreRefused() throws IOException {
        assertThat(refusal("""
                        .section .klp.module_relocs.vmlinux, "aw"
                        .globl array
                        array:
                        .quad nr_threads
                        .long 0
                        .data
                        .quad 0
                        .quad array
                        """))
                .containsExactly(
                        ".data+0x8: refers to the annotations in .klp.module_relocs.vmlinux, which conversion removes");
    }

    @Test
    void weakAndIgnoredSymbolsMayStayUndefined() throws IOException {
        Path output = converted("""
                ENTRY vmlinux nr_threads
                .weak maybe
                .text
                call maybe
                call nr_threads
                .section .debug_got, "", @progbits
                .quad 0
                .reloc 0, R_X86_64_64, _GLOBAL_OFFSET_TABLE_
                .globl absolute
                absolute = 42
                """);
        assertThat(symbolNames(output)).contains("maybe", "_GLOBAL_OFFSET_TABLE_", "absolute");
    }

    @Test
    void aCommonSymbolIsNoPlaceForTheLoaderAndStaysCommonIfForced() throws IOException {
        String text = ".comm shared, 8\n.text\ncall \".klp.sym.rela.vmlinux.vmlinux.a,0\"\n";
        assertThat(refusal(text)).first().asString().startsWith("[KLP509] ");
        Path output = folder.resolve("out.ko");
        CommandLineRun run = CommandLineRun.of(
                "convert",
                "--force=KLP509",
                "--symbols",
                symvers.toString(),
                "-o",
                output.toString(),
                assemble(text).toString());
        assertThat(run.exitCode()).isZero();
        assertThat(Readelf.of(output).symbols())
                .filteredOn(symbol -> symbol.name().equals("shared"))
                .extracting(Readelf.Symbol::section)
                .containsExactly("COM");
    }

    @Test
    void aWeakAnnotatedSymbolStaysWeak() throws IOException {
        Path output = converted("""
                ENTRY vmlinux nr_threads
                .weak nr_threads
                .text
                call nr_threads
                """);
        assertThat(Readelf.of(output).symbols())
                .filteredOn(symbol -> symbol.name().equals(".klp.sym.vmlinux.nr_threads,0"))
                .extracting(Readelf.Symbol::binding)
                .containsExactly("WEAK");
    }

    @Test
    void namesEveryUndefinedSymbolAndEveryPlace() throws IOException {
        assertThat(refusal("""
                        ENTRY vmlinux nr_threads
                        .text
                        .type first, @function
                        first: call nr_threads
                        call missing
                        .type second, @function
                        second: call _printk
                        nop
                        call missing
                        .data
                        .quad other
                        .globl alone
                        """))
                .containsExactly(
                        ".text+0x6 (first+0x6): undefined symbol 'missing' is neither annotated nor exported",
                        ".text+0x11 (second+0x7): undefined symbol 'missing' is neither annotated nor exported",
                        ".data+0x0: undefined symbol 'other' is neither annotated nor exported",
                        "undefined symbol 'alone' is neither annotated nor exported (and nothing refers to it)");
    }

    @Test
    void refusesWhatTheLoaderWouldNotTakeOrWouldHarm() throws IOException {
        List<String> lines = refusal("""
                        .data
                        .quad 0
                        .reloc 0, R_X86_64_GOTPCREL, ".klp.sym.rela.vmlinux.vmlinux.a,0"
                        .quad 0x0100000000000000
                        .reloc 8, R_X86_64_64, ".klp.sym.rela.vmlinux.vmlinux.a,0"
                        .reloc 12, R_X86_64_PC64, ".klp.sym.rela.vmlinux.vmlinux.a,0"
                        .section .init.text, "ax"
                        call ".klp.sym.rela.loop.loop.b,0"
                        .section __jump_table, "aw"
                        .quad ".klp.sym.rela.loop.loop.b,0" - .
                        .section .data..percpu, "aw"
                        .quad ".klp.sym.rela.vmlinux.vmlinux.a,0"
                        .text
                        call ".klp.sym.rela.loop.vmlinux.c,0"
                        .bss
                        .quad 0
                        .reloc 0, R_X86_64_64, ".klp.sym.rela.vmlinux.vmlinux.a,0"
                        """);
        assertThat(lines)
                .contains(
                        "[KLP514] .data+0x8: the 8 bytes at the place of R_X86_64_64 are not zero (the kernel refuses the"
                                + " module; --force=KLP514 overrides)");
        assertThat(lines.stream().filter(line -> line.startsWith("[")).map(line -> line.split(": ", 2)[0]))
                .containsExactly(
                        "[KLP512] .data+0x0",
                        "[KLP514] .data+0x8",
                        "[KLP513] .data+0xc",
                        "[KLP020] .text+0x1",
                        "[KLP522] .init.text+0x1",
                        "[KLP523] __jump_table+0x0",
                        "[KLP521] .data..percpu+0x0");
    }

    @Test
    void oneMistakeMayBeOverridden() throws IOException {
        Path input = assemble(".section .init.data, \"aw\"\n.quad \".klp.sym.rela.loop.loop.b,0\"\n");
        Path output = folder.resolve("out.ko");
        List<String> command = new ArrayList<>(
                List.of("convert", "--symbols", symvers.toString(), "-o", output.toString(), input.toString()));
        assertThat(CommandLineRun.of(command.toArray(String[]::new)).exitCode()).isEqualTo(1);
        assertThat(output).doesNotExist();
        command.add("--force=KLP521");
        assertThat(CommandLineRun.of(command.toArray(String[]::new)).exitCode()).isEqualTo(1);
        command.add("--force=KLP522");
        assertThat(CommandLineRun.of(command.toArray(String[]::new)).exitCode()).isZero();
        assertThat(LivepatchTable.of(output)).containsExactly("loop .init.data 0x0 R_X86_64_64 .klp.sym.loop.b,0 0");
        command.add("--force=KLP600");
        assertThat(CommandLineRun.of(command.toArray(String[]::new)).exitCode()).isEqualTo(2);
    }
}
