package dev.klp.livepatch.verify;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionType;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.elf.image.SymbolTableContent;
import dev.klp.livepatch.TargetVersion;
import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule that needs no kernel, broken by a small module. */
class VerifierTest {
    private static final String INFO = """
            .section .modinfo, "a"
            .asciz "livepatch=Y"
            .asciz "license=GPL"
            .asciz "depends="
            .asciz "name=in"
            .asciz "vermagic=6.1.0-56-amd64 SMP preempt mod_unload modversions "
            """;

    /** A patch of vmlinux and of the module loop. */
    private static final String PATCH = """
            .text
            .type new_function, @function
            new_function:
            call klp_enable_patch
            .size new_function, . - new_function
            .section .rodata.str1.1, "aMS", @progbits, 1
            .Lold: .string "cmdline_proc_show"
            .Lother: .string "lo_open"
            .Lloop: .string "loop"
            .section .gnu.linkonce.this_module, "aw"
            .globl __this_module
            __this_module: .zero 896
            .data
            .type patch, @object
            patch: .quad __this_module, objects, 0, 0
            .zero 168
            .size patch, . - patch
            .type functions, @object
            functions: .quad .Lold, new_function, 0
            .zero 128
            .zero 152
            .size functions, . - functions
            .type more, @object
            more: .quad .Lother, new_function, 0
            .zero 128
            .zero 152
            .size more, . - more
            .type objects, @object
            objects: .quad 0, functions
            .zero 152
            .quad .Lloop, more
            .zero 152
            .zero 168
            .size objects, . - objects
            """;

    private static final TargetVersion V6_1 = new TargetVersion(6, 1);

    /** A change of a module after it was made. */
    interface Change {
        void to(ElfImage image) throws IOException;
    }

    @TempDir
    Path folder;

    private List<Finding> verify(String text, TargetVersion version, Change change) throws IOException {
        ElfImage image = LivepatchMaker.make(ObjectFile.assemble(folder, "in.ko", text));
        change.to(image);
        return Verifier.verify("in.ko", ElfWriter.toBytes(image), VerificationTarget.of(version));
    }

    private List<Finding> findings(String text, TargetVersion version) throws IOException {
        return verify(INFO + PATCH + text, version, image -> {});
    }

    private List<String> verdict(String text, TargetVersion version) throws IOException {
        return findings(text, version).stream().map(VerifierTest::line).toList();
    }

    private List<String> verdict(String text) throws IOException {
        return verdict(text, V6_1);
    }

    private static String line(Finding finding) {
        return finding.code().id()
                + (finding.place() == null ? "" : " " + finding.place())
                + " " + finding.answer().outcome()
                + (finding.answer().error() == null
                        ? ""
                        : " " + finding.answer().error())
                + (finding.answer().message() == null
                        ? ""
                        : ": " + finding.answer().message());
    }

    @Test
    void aSoundModuleHasNoFindings() throws IOException {
        assertThat(verdict("""
                .text
                mov ".klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0"(%rip), %eax
                .data
                .quad ".klp.rela.vmlinux.!.klp.sym.vmlinux.type_show,3"
                .section __jump_table, "aw"
                .quad ".klp.rela.vmlinux.!.klp.sym.vmlinux.some_key,0"
                """)).isEmpty();
    }

    @Test
    void saysThatAPatchedModuleCannotBeReloadedBefore63() throws IOException {
        String text = ".text\nmov \".klp.rela.loop.!.klp.sym.loop.max_part,0\"(%rip), %eax\n";
        assertThat(verdict(text))
                .containsExactly("KLP531 TARGET_REFUSED ENOEXEC: Skipping invalid relocation target, existing value is"
                        + " nonzero for type");
        assertThat(verdict(text, new TargetVersion(6, 3))).isEmpty();
    }

    @Test
    void refusesASymbolOfVmlinuxThatAModuleGatesSince58() throws IOException {
        String text = ".text\nmov \".klp.rela.loop.!.klp.sym.vmlinux.nr_threads,0\"(%rip), %eax\n";
        assertThat(verdict(text, new TargetVersion(6, 3)))
                .containsExactly("KLP020 .text+0x7 (new_function+0x7) TARGET_REFUSED EINVAL: invalid access to vmlinux"
                        + " symbol 'nr_threads' from module-specific livepatch relocation section");
        assertThat(verdict(text, new TargetVersion(5, 7)))
                .containsExactly("KLP531 TARGET_REFUSED ENOEXEC: Skipping invalid relocation target, existing value is"
                        + " nonzero for type");
    }

    @Test
    void refusesAModulesSymbolThatVmlinuxGates() throws IOException {
        assertThat(verdict(".text\nmov \".klp.rela.vmlinux.!.klp.sym.loop.max_part,0\"(%rip), %eax\n"))
                .containsExactly("KLP052 .text+0x7 (new_function+0x7) REFUSED EINVAL: symbol 'max_part' not found in"
                        + " symbol table");
    }

    @Test
    void findsAGateThatNoObjectOpens() throws IOException {
        assertThat(verdict(
                        ".text\nmov \".klp.rela.zram.!.klp.sym.zram.zram_major,0\"(%rip), %eax\n",
                        new TargetVersion(6, 3)))
                .containsExactly("KLP053 .text+0x7 (new_function+0x7) IGNORED");
        assertThat(verdict(
                        ".section __jump_table, \"aw\"\n.quad \".klp.rela.vmlinux!.klp.sym.vmlinux.key,0\"\n",
                        new TargetVersion(6, 3)))
                .containsExactly("KLP523 __jump_table+0x0 CORRUPTED", "KLP053 __jump_table+0x0 IGNORED");
    }

    @Test
    void refusesASectionNameWithoutAnObject() throws IOException {
        assertThat(verdict(".text\n.quad \".klp.rela..!.klp.sym.vmlinux.nr_threads,0\"\n"))
                .contains("KLP516 .klp.rela...text+0x0 REFUSED EINVAL: section .klp.rela...text has an incorrectly"
                        + " formatted name");
    }

    @Test
    void knowsHowLongNamesMayBe() throws IOException {
        String text = ".data\n.quad \".klp.rela.vmlinux.!.klp.sym.vmlinux." + "x".repeat(128) + ",0\"\n";
        assertThat(verdict(text)).isEmpty();
        assertThat(verdict(text, new TargetVersion(6, 0)))
                .singleElement()
                .asString()
                .startsWith("KLP518 .data+")
                .endsWith("has an incorrectly formatted name");
        assertThat(verdict(".data\n.quad \".klp.rela.vmlinux.!.klp.sym.vmlinux." + "x".repeat(512) + ",0\"\n"))
                .singleElement()
                .asString()
                .startsWith("KLP518");
        assertThat(verdict(".data\n.quad \".klp.rela.vmlinux.!.klp.sym.vmlinux.foo\"\n"))
                .singleElement()
                .asString()
                .startsWith("KLP518");
        assertThat(verdict(".data\n.quad \".klp.rela.vmlinux.!.klp.sym." + "o".repeat(56) + ".foo,0\"\n"))
                .singleElement()
                .asString()
                .startsWith("KLP518");
    }

    @Test
    void refusesAnOrdinarySymbolInALivepatchRelocation() throws IOException {
        List<Finding> findings = verify(
                INFO + PATCH + ".data\n.quad \".klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0\"\n",
                V6_1,
                image -> symbol(image, ".klp.sym.vmlinux.nr_threads,0", SymbolPlacement.ABSOLUTE));
        assertThat(findings.stream().map(VerifierTest::line))
                .containsExactly("KLP517 .data+0x520 REFUSED EINVAL: symbol .klp.sym.vmlinux.nr_threads,0 is not marked"
                        + " as a livepatch symbol");
    }

    private static void symbol(ElfImage image, String name, SymbolPlacement placement) throws IOException {
        Section table = image.symbolTable();

        ((SymbolTableContent) requireNonNull(table).content())
                .symbols().stream()
                        .filter(symbol -> symbol.name().equals(name))
                        .forEach(symbol -> symbol.place(placement));
    }

    @Test
    void findsALivepatchSymbolThatTheLoaderRelocates() throws IOException {
        assertThat(verdict(".data\n.quad \"!.klp.sym.vmlinux.nr_threads,0\"\n"))
                .containsExactly("KLP515 .data+0x520 CORRUPTED");
    }

    @Test
    void refusesTypesThatTheLoaderDoesNotKnow() throws IOException {
        assertThat(verdict(".text\nmov new_function@GOTPCREL(%rip), %rax\n"))
                .containsExactly("KLP512 .text+0x8 (new_function+0x8) REFUSED ENOEXEC: Unknown rela relocation: 42");
        assertThat(verdict(".data\n.word \".klp.rela.loop.!.klp.sym.loop.max_part,0\"\n", new TargetVersion(6, 3)))
                .containsExactly("KLP512 .data+0x520 TARGET_REFUSED ENOEXEC: Unknown rela relocation: 12");
    }

    @Test
    void refusesPlacesThatHoldSomething() throws IOException {
        assertThat(verdict("""
                .data
                .reloc ., R_X86_64_64, ".klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0"
                .quad 0x100000000000000
                .reloc ., R_X86_64_32, patch
                .long 1
                """))
                .containsExactly(
                        "KLP514 .data+0x528 REFUSED ENOEXEC: Skipping invalid relocation target, existing value is"
                                + " nonzero for type 10",
                        "KLP514 .data+0x520 REFUSED ENOEXEC: Skipping invalid relocation target, existing value is"
                                + " nonzero for type 1");
    }

    @Test
    void findsPlacesOutsideTheirSection() throws IOException {
        List<Finding> findings = verify(
                INFO + PATCH + ".data\n.quad \".klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0\"\n",
                V6_1,
                image -> moveEntries(image, ".klp.rela.vmlinux..data", 0x521));
        assertThat(findings.stream().map(VerifierTest::line)).containsExactly("KLP513 .data+0x521 CORRUPTED");
    }

    private static void moveEntries(ElfImage image, String section, long offset) throws IOException {
        Section table = image.section(section);

        List<Relocation> entries = ((RelocationContent) requireNonNull(table).content()).entries();
        entries.replaceAll(entry -> new Relocation(offset, entry.symbol(), entry.type(), entry.addend()));
    }

    @Test
    void knowsWhichSectionsAreTooLate() throws IOException {
        TargetVersion version = new TargetVersion(6, 12);
        String reference = "\n.quad \".klp.rela.loop.!.klp.sym.loop.max_part,0\"\n";
        assertThat(verdict(".section .init.data, \"aw\"" + reference, version))
                .containsExactly("KLP522 .init.data+0x0 CORRUPTED");
        assertThat(verdict(".section .debug_info, \"\"" + reference, version))
                .containsExactly("KLP520 .debug_info+0x0 CORRUPTED");
        assertThat(verdict(".section .data..percpu, \"aw\"" + reference, version))
                .containsExactly("KLP521 .data..percpu+0x0 CORRUPTED");
        String early = "\n.quad \".klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0\"\n";
        assertThat(verdict(".section .init.data, \"aw\"" + early, version)).isEmpty();
        assertThat(verdict(".section .debug_info, \"\"" + early, version))
                .containsExactly("KLP520 .debug_info+0x0 IGNORED");
        assertThat(verdict(".section .data..percpu, \"aw\"" + early, version))
                .containsExactly("KLP521 .data..percpu+0x0 IGNORED");
        for (String section : List.of("__jump_table", ".static_call_sites", "__ex_table", ".altinstructions")) {
            assertThat(verdict(".section " + section + ", \"aw\"" + early, version))
                    .isEmpty();
            assertThat(verdict(".section " + section + ", \"aw\"" + reference, version))
                    .containsExactly("KLP523 " + section + "+0x0 CORRUPTED");
            assertThat(verdict(".section " + section + ", \"aw\"" + early, new TargetVersion(5, 7)))
                    .containsExactly("KLP523 " + section + "+0x0 CORRUPTED");
        }
    }

    @Test
    void namesTheConstructBehindASpecialSection() throws IOException {
        assertThat(findings(
                        ".section __jump_table, \"aw\"\n.quad \".klp.rela.loop.!.klp.sym.loop.key,0\"\n",
                        new TargetVersion(6, 3)))
                .singleElement()
                .extracting(finding -> finding.hints().get(1).line())
                .isEqualTo("help: ask the key itself: static_key_enabled(&key)");
        assertThat(findings(
                        ".section __jump_table, \"aw\"\n.quad \".klp.rela.loop.!.klp.sym.loop.__tracepoint_x,0\" + 8\n",
                        new TargetVersion(6, 3)))
                .singleElement()
                .extracting(finding -> finding.hints().get(0).line())
                .isEqualTo("note: comes from a tracepoint, trace_<event>()");
    }

    @Test
    void knowsWhichKernelsApplyArchSections() throws IOException {
        String text = ".section .klp.arch.loop..altinstructions, \"a\"\n"
                + ".quad \".klp.rela.loop.!.klp.sym.loop.max_part,0\"\n";
        assertThat(verdict(text, new TargetVersion(5, 7)))
                .singleElement()
                .asString()
                .startsWith("KLP531");
        assertThat(verdict(text, new TargetVersion(6, 12)))
                .containsExactly("KLP524 .klp.arch.loop..altinstructions+0x0 IGNORED");
    }

    @Test
    void findsWhatModuleInformationLacks() throws IOException {
        assertThat(verify(
                                PATCH + ".section .modinfo, \"a\"\n.asciz \"name=in\"\n.asciz \"depends=zram,loop\"\n",
                                V6_1,
                                image -> {})
                        .stream()
                        .map(VerifierTest::line))
                .containsExactly(
                        "KLP504 REFUSED EINVAL: module in is not marked as a livepatch module",
                        "KLP505 REFUSED ENOENT: Unknown symbol klp_enable_patch (err -2)",
                        "KLP506 REFUSED ENOEXEC",
                        "KLP507 LOADED");
    }

    @Test
    void findsSymbolsThatTheLoaderCannotResolve() throws IOException {
        assertThat(verdict("""
                .comm shared, 8
                .weak ".klp.sym.vmlinux.nr_threads,0"
                .data
                .quad ".klp.sym.vmlinux.nr_threads,0"
                .quad ".klp.sym.rela.vmlinux.vmlinux.type_show,3"
                .quad nowhere
                .quad somewhere
                .section __versions, "a"
                .quad 1
                .ascii "somewhere"
                .zero 47
                .quad 2
                .ascii "klp_enable_patch"
                .zero 40
                """))
                .containsExactlyInAnyOrder(
                        "KLP509 REFUSED ENOEXEC: please compile with -fno-common",
                        "KLP511 .data+0x520 CORRUPTED",
                        "KLP510 .data+0x528 REFUSED ENOENT: Unknown symbol .klp.sym.rela.vmlinux.vmlinux.type_show,3"
                                + " (err -2)",
                        "KLP510 .data+0x530 REFUSED ENOENT: Unknown symbol nowhere (err -2)");
    }

    @Test
    void findsAModuleThatEnablesNothing() throws IOException {
        String module = INFO + ".text\nnothing: nop\n.section .gnu.linkonce.this_module, \"aw\"\n.zero 64\n";
        assertThat(verify(module, V6_1, image -> {}).stream().map(VerifierTest::line))
                .containsExactly("KLP508 IGNORED", "KLP525 LOADED");
    }

    @Test
    void findsFaultsOfThePatch() throws IOException {
        assertThat(verify(INFO + PATCH.replace(".quad .Lloop, more", ".quad .Lloop, 0"), V6_1, image -> {}).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP527 .data+0x3d0 REFUSED EINVAL");
        assertThat(verify(INFO + PATCH.replace(".Lother, new_function", ".Lother, 0"), V6_1, image -> {}).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP529 .data+0x1f8 REFUSED EINVAL");
        assertThat(verify(INFO + PATCH.replace("\"loop\"", "\"" + "l".repeat(56) + "\""), V6_1, image -> {}).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP008 .data+0x3d0 REFUSED EINVAL");
        assertThat(verify(INFO + PATCH.replace(".zero 168\n.size objects", ".size objects"), V6_1, image -> {}).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP528 .data+0x328 CORRUPTED");
        assertThat(verify(INFO + PATCH.replace(".zero 152\n.size more", ".size more"), V6_1, image -> {}).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP528 .data+0x1f8 CORRUPTED");
    }

    @Test
    void findsWhatIsListedTwice() throws IOException {
        assertThat(verify(INFO + PATCH.replace(".quad .Lloop, more", ".quad 0, more"), V6_1, image -> {}).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP009 .data+0x3d0 REFUSED EEXIST: cannot create duplicate filename");
        String twice = PATCH.replace(
                ".quad .Lold, new_function, 0\n.zero 128",
                ".quad .Lold, new_function, 0\n.zero 128\n.quad .Lold, new_function, 1\n.zero 128");
        assertThat(verify(INFO + twice, V6_1, image -> {}).stream().map(VerifierTest::line))
                .containsExactly("KLP014 .data+0x160 REFUSED EEXIST: cannot create duplicate filename");
    }

    @Test
    void warnsOfATableThatStripSpoils() throws IOException {
        List<Finding> findings = verify(
                INFO + PATCH + ".section .keys, \"aw\"\n.quad \".klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0\"\n",
                V6_1,
                image -> clear(image, ".rela.keys"));
        assertThat(findings.stream().map(VerifierTest::line)).containsExactly("KLP532 .keys+0x0 LOADED");
    }

    private static void clear(ElfImage image, String section) throws IOException {
        Section table = image.section(section);

        ((RelocationContent) requireNonNull(table).content()).entries().clear();
    }

    @Test
    void findsAStaleSymbolIndex() throws IOException {
        ElfImage image = LivepatchMaker.make(ObjectFile.assemble(
                folder,
                "in.ko",
                INFO + PATCH + ".section .keys, \"aw\"\n.quad \".klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0\"\n"));
        ByteBuffer bytes = ElfWriter.toBytes(image);
        ElfFile file = ElfFile.parse("in.ko", bytes);
        long offset = requireNonNull(file.firstNamed(".klp.rela.vmlinux..keys")).offset();
        ByteBuffer changed = ByteBuffer.allocate(bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        changed.put(bytes.duplicate()).flip();
        changed.putInt((int) offset + 12, 4711);
        assertThat(Verifier.verify("in.ko", changed, VerificationTarget.of(V6_1)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(line(finding)).isEqualTo("KLP503 .keys+0x0 CORRUPTED");
                    assertThat(finding.text()).contains("symbol 4711");
                });
    }

    @Test
    void looksForTheSectionsThatTheLoaderTakes() throws IOException {
        Change away = image ->
                requireNonNull(image.section(".gnu.linkonce.this_module")).rename(".this");
        assertThat(verify(INFO + PATCH, V6_1, away).stream().map(VerifierTest::line))
                .contains("KLP501 REFUSED ENOEXEC: No module found in object");
        Change twice = image -> image.add(second(".modinfo"));
        assertThat(verify(INFO + PATCH, V6_1, twice).stream().map(VerifierTest::line))
                .containsExactly("KLP501 IGNORED");
        assertThat(verify(INFO + PATCH, new TargetVersion(6, 4), twice).stream().map(VerifierTest::line))
                .containsExactly("KLP501 REFUSED ENOEXEC");
    }

    @Test
    void looksAtTheNamesOfSymbolsSince613() throws IOException {
        ByteBuffer sound = ElfWriter.toBytes(LivepatchMaker.make(ObjectFile.assemble(folder, "in.ko", INFO + PATCH)));
        byte[] bytes = new byte[sound.remaining()];
        sound.duplicate().get(bytes);
        ElfFile file = ElfFile.parse("in.ko", sound);
        long strings = file.linked(requireNonNull(file.firstNamed(".symtab"))).offset();
        bytes[(int) strings] = 'x';
        ByteBuffer changed = ByteBuffer.wrap(bytes);
        assertThat(Verifier.verify("in.ko", changed, VerificationTarget.of(V6_1)))
                .isEmpty();
        assertThat(Verifier.verify("in.ko", changed, VerificationTarget.of(new TargetVersion(6, 13))).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP501 REFUSED ENOEXEC");
    }

    private static Section second(String name) {
        return Section.create(name, SectionType.SHT_PROGBITS, OpaqueContent.of());
    }

    @Test
    void findsFaultsOfTheFile() throws IOException {
        ByteBuffer sound = ElfWriter.toBytes(LivepatchMaker.make(ObjectFile.assemble(folder, "in.ko", INFO + PATCH)));
        assertThat(Verifier.verify("in.ko", sound, VerificationTarget.of(V6_1))).isEmpty();
        ByteBuffer cut = sound.duplicate().limit(sound.limit() / 2);
        assertThat(Verifier.verify("in.ko", cut, VerificationTarget.of(V6_1)).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP501 REFUSED ENOEXEC");
        ByteBuffer changed = ByteBuffer.allocate(sound.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        changed.put(sound.duplicate()).flip();
        int headers = (int) changed.getLong(0x28);
        changed.putLong(headers + 0x20, changed.getShort(0x3C));
        assertThat(Verifier.verify("in.ko", changed, VerificationTarget.of(V6_1)).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP501 REFUSED ENOEXEC");
        changed.putShort(0x3C, (short) 0);
        assertThat(Verifier.verify("in.ko", changed, VerificationTarget.of(V6_1)).stream()
                        .map(VerifierTest::line))
                .containsExactly("KLP502 REFUSED ENOEXEC", "KLP501 REFUSED ENOEXEC");
    }
}
