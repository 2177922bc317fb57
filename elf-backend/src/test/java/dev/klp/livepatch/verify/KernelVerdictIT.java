package dev.klp.livepatch.verify;

import static dev.klp.livepatch.verify.Mutation.all;
import static dev.klp.livepatch.verify.Mutation.bind;
import static dev.klp.livepatch.verify.Mutation.copyPointer;
import static dev.klp.livepatch.verify.Mutation.place;
import static dev.klp.livepatch.verify.Mutation.poke;
import static dev.klp.livepatch.verify.Mutation.relocations;
import static dev.klp.livepatch.verify.Mutation.rename;
import static dev.klp.livepatch.verify.Mutation.renameSection;
import static dev.klp.livepatch.verify.Mutation.retarget;
import static dev.klp.livepatch.verify.Mutation.text;
import static dev.klp.livepatch.verify.Mutation.withoutFlags;
import static dev.klp.livepatch.verify.Mutation.withoutPointer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.Boot;
import dev.klp.boot.BootEnd;
import dev.klp.boot.BootKernel;
import dev.klp.boot.BootResult;
import dev.klp.boot.HostTools;
import dev.klp.boot.KernelCache;
import dev.klp.boot.Machine;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.diagnostics.Severity;
import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.indexer.KernelLocator;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.testing.KernelModuleBuild;
import dev.klp.testing.Program;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a booted kernel about modules that are wrong in one way each, and compares its verdict with ours. */
class KernelVerdictIT {
    private static final String THREADS = ".klp.sym.vmlinux.nr_threads,0";
    private static final String PART = ".klp.sym.loop.max_part,0";
    private static final String VMLINUX_DATA = ".klp.rela.vmlinux..data";
    private static final String LOOP_DATA = ".klp.rela.loop..data";
    /** The relocation against nr_threads becomes one that the loader applies. */
    private static final Mutation ORDINARY = withoutFlags(VMLINUX_DATA, LivepatchFormat.SHF_RELA_LIVEPATCH);

    private static final int FUNC_BYTES = 152;
    private static final int OBJECT_BYTES = 168;

    @TempDir
    static Path folder;

    private static Path built;
    private static BootKernel kernel;
    private static KernelIndex index;

    @BeforeAll
    static void buildAndIndex() throws IOException {
        try (var source = KernelVerdictIT.class.getResourceAsStream("verdict/verdict.c")) {
            built = KernelModuleBuild.build(
                    folder,
                    "verdict",
                    Map.of(
                            "Kbuild",
                            "obj-m := verdict.o\n",
                            "verdict.c",
                            new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8)));
        }
        String release =
                Program.output("modinfo", "-F", "vermagic", built.toString()).split(" ", -1)[0];
        List<String> missing = HostTools.missingFor(Machine.X86_64);
        Requires.that(missing.isEmpty(), String.join("; ", missing));
        KernelCache cache = KernelCache.of(System.getenv());
        Requires.that(
                cache.debianReleases().contains(release),
                "no kernel " + release + " in " + cache.root() + "; unpack its image package there");
        kernel = cache.debian(release);
        index = KernelLocator.of(System.getenv()).open(release);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    /** A change of the written file. */
    private interface Spoiling {
        void apply(byte[] file) throws IOException;
    }

    private record Case(String name, String code, Mutation mutation, Spoiling spoiling) {
        Case(String name, String code, Mutation mutation) {
            this(name, code, mutation, file -> {});
        }

        static Case spoilt(String name, String code, Spoiling spoiling) {
            return new Case(name, code, image -> {}, spoiling);
        }

        Path write() throws IOException {
            ElfImage image = LivepatchMaker.make(built);
            mutation.apply(image);
            ByteBuffer bytes = ElfWriter.toBytes(image);
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            spoiling.apply(array);
            return Files.write(folder.resolve(name + ".ko"), array);
        }
    }

    /** The names of all modules about which the kernel is asked, with the code that each has to have. */
    static Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>();
        Stream.of(cases(), targetCases(), faults())
                .flatMap(List::stream)
                .forEach(one -> asked.put(one.name(), one.code()));
        return asked;
    }

    private static List<Finding> findings(Path module) throws IOException {
        return Verifier.verify(
                module.toString(), ByteBuffer.wrap(Files.readAllBytes(module)), VerificationTarget.of(index));
    }

    /** Modules that are refused, or taken and ignored, each with the code that has to be among the findings. */
    private static List<Case> cases() {
        return List.of(
                new Case("sound", "", image -> {}),
                new Case("symbol-name", "KLP518", rename(THREADS, ".klp.sym.vmlinux.nr_threads")),
                new Case("long-object", "KLP518", rename(THREADS, ".klp.sym." + "o".repeat(56) + ".nr_threads,0")),
                new Case("long-symbol", "KLP518", rename(THREADS, ".klp.sym.vmlinux." + "n".repeat(512) + ",0")),
                new Case("ordinary-symbol", "KLP517", place(THREADS, SymbolPlacement.ABSOLUTE)),
                new Case("no-such-symbol", "KLP036", rename(THREADS, ".klp.sym.vmlinux.nr_thread,0")),
                new Case("ambiguous-symbol", "KLP038", rename(THREADS, ".klp.sym.vmlinux.type_show,0")),
                new Case("no-such-position", "KLP040", rename(THREADS, ".klp.sym.vmlinux.type_show,99")),
                new Case("module-symbol", "KLP052", rename(THREADS, ".klp.sym.loop.max_part,1")),
                new Case("section-name", "KLP516", renameSection(VMLINUX_DATA, ".klp.rela..data")),
                new Case("section-without-dot", "KLP053", renameSection(VMLINUX_DATA, ".klp.rela.vmlinux__data")),
                new Case("gate-of-nobody", "KLP053", renameSection(LOOP_DATA, ".klp.rela.zram..data")),
                new Case("place-not-zero", "KLP514", poke("seen_threads", 3, 1)),
                new Case(
                        "relocation-type",
                        "KLP512",
                        relocations(VMLINUX_DATA, old -> new Relocation(old.offset(), old.symbol(), 9, old.addend()))),
                new Case("flag-lost", "KLP515", withoutFlags(VMLINUX_DATA, LivepatchFormat.SHF_RELA_LIVEPATCH)),
                new Case("not-marked", "KLP504", text(".modinfo", "livepatch=", "livepotch=")),
                new Case("license", "KLP505", text(".modinfo", "license=GPL", "license=GPX")),
                new Case("vermagic", "KLP506", text(".modinfo", " SMP ", " XMP ")),
                new Case("common", "KLP509", place("klp_enable_patch", SymbolPlacement.COMMON)),
                new Case("undefined", "KLP510", rename("klp_enable_patch", "klp_enable_potch")),
                new Case("checksum", "KLP519", KernelVerdictIT::spoilChecksums),
                new Case("object-without-functions", "KLP527", withoutPointer("verdict_objs", OBJECT_BYTES + 8)),
                new Case("no-new-function", "KLP529", withoutPointer("verdict_vmlinux_funcs", 8)),
                new Case("no-old-name", "KLP529", withoutPointer("verdict_vmlinux_funcs", 0)),
                new Case("object-name-with-dot", "KLP008", KernelVerdictIT::nameWithDot),
                new Case(
                        "no-such-function", "KLP036", text(".rodata.str1.1", "cmdline_proc_show", "cmdline_proc_shaw")),
                new Case(
                        "ambiguous-function",
                        "KLP038",
                        text(".rodata.str1.1", "cmdline_proc_show", "type_show\0oc_show")),
                new Case("notrace", "KLP042", text(".rodata.str1.1", "cmdline_proc_show", "native_read_cr0\0w")),
                new Case("noinstr", "KLP042", text(".rodata.str1.1", "cmdline_proc_show", "do_syscall_64\0how")),
                new Case("init-function", "KLP043", text(".rodata.str1.1", "cmdline_proc_show", "proc_loadavg_init")),
                new Case("position-of-function", "KLP040", poke("verdict_vmlinux_funcs", 16, 99)),
                new Case("sections", "KLP502", KernelVerdictIT::addSections),
                Case.spoilt("section-0", "KLP501", KernelVerdictIT::fillSection0),
                new Case(
                        "no-module", "KLP501", renameSection(".gnu.linkonce.this_module", ".gnu.linkonce.that_module")),
                new Case("not-loaded", "KLP520", retarget(VMLINUX_DATA, ".comment")),
                new Case("per-cpu", "KLP521", retarget(VMLINUX_DATA, ".data..percpu")),
                new Case("arch-section", "KLP524", renameSection(".comment", ".klp.arch.loop..comment")),
                new Case(
                        "weak-annotation",
                        "KLP511",
                        all(
                                ORDINARY,
                                bind(THREADS, SymbolBinding.STB_WEAK),
                                place(THREADS, SymbolPlacement.UNDEFINED))),
                new Case("namespace", "KLP526", text(".modinfo", "import_ns=DMA_BUF", "import_ns=DMA_BOF")),
                new Case(
                        "no-checksum",
                        "KLP519",
                        all(ORDINARY, place(THREADS, SymbolPlacement.UNDEFINED), rename(THREADS, "dma_buf_get"))),
                new Case(
                        "export-of-a-module",
                        "KLP507",
                        all(
                                ORDINARY,
                                place(THREADS, SymbolPlacement.UNDEFINED),
                                rename(THREADS, "zs_get_total_pages"))),
                new Case("init-symbol", "KLP043", rename(THREADS, ".klp.sym.vmlinux.proc_loadavg_init,0")),
                new Case("other-release", "KLP533", text(".modinfo", "vermagic=6", "vermagic=7")),
                new Case("data-function", "KLP041", text(".rodata.str1.1", "cmdline_proc_show", "nr_threads\0c_show")),
                new Case("clone-only", "KLP037", text(".rodata.str1.1", "cmdline_proc_show", "do_sysinfo\0c_show")),
                new Case("duplicate-function", "KLP014", copyPointer("verdict_vmlinux_funcs", 0, FUNC_BYTES)),
                new Case("duplicate-object", "KLP009", withoutPointer("verdict_objs", OBJECT_BYTES)),
                new Case("unknown-object", "KLP034", renamedObject("lopo")),
                new Case("object-name", "KLP008", renamedObject("lo-p")),
                new Case("built-in-object", "KLP035", renamedObject("unix")));
    }

    private static void spoilChecksums(ElfImage image) {
        Section versions = image.section("__versions");
        ByteBuffer buffer = ((OpaqueContent) Objects.requireNonNull(versions).content()).bytes();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        for (int at = 0; at < bytes.length; at += 64) {
            bytes[at] ^= 1;
        }
        versions.setBytes(OpaqueContent.of(bytes));
    }

    private static void nameWithDot(ElfImage image) throws IOException {
        text(".rodata.str1.1", "loop\0", "l.op\0").apply(image);
        renameSection(LOOP_DATA, ".klp.rela.l.op.data").apply(image);
    }

    private static Mutation renamedObject(String name) {
        return all(
                text(".rodata.str1.1", "loop\0", name + "\0"),
                renameSection(LOOP_DATA, ".klp.rela." + name + "..data"));
    }

    /** Gives section 0 a size: {@code e_shoff} is at 0x28, {@code sh_size} at 0x20 of a header. */
    private static void fillSection0(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong((int) bytes.getLong(0x28) + 0x20, 1);
    }

    private static void addSections(ElfImage image) {
        for (int i = 0; i < 0xFF00; i++) {
            image.add(Section.create("", SectionType.SHT_PROGBITS, OpaqueContent.of()));
        }
    }

    @Test
    void insmodEndsAsVerifySays() throws Exception {
        Boot boot = Boot.of(kernel);
        List<Case> cases = cases();
        for (Case one : cases) {
            boot = boot.with(
                    Step.insmod(one.write()),
                    Step.command("cat /sys/module/verdict/parameters/seen_threads"),
                    Step.disable("verdict"));
        }
        BootResult result = boot.run();
        assertThat(result.end()).as("%s", result.problems()).isEqualTo(BootEnd.FINISHED);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            compare(cases.get(i), result.steps().get(3 * i), result.steps().get(3 * i + 1), differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void compare(Case one, StepResult insmod, StepResult parameter, List<String> differences)
            throws IOException {
        List<Finding> findings = findings(folder.resolve(one.name() + ".ko"));
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        String kernels = one.name() + ": the kernel answers " + insmod.status() + " " + insmod.messages();
        String ours = "; verify says "
                + findings.stream().map(f -> f + " " + f.answer()).toList();
        if (!one.code().isEmpty()
                && findings.stream().noneMatch(finding -> finding.code().id().equals(one.code()))) {
            differences.add(one.name() + ": no " + one.code() + ours);
        }
        if (one.code().isEmpty() && !errors.isEmpty()) {
            differences.add(one.name() + ": should be sound" + ours);
        }
        List<KernelAnswer> refusals = findings.stream()
                .map(Finding::answer)
                .filter(answer -> answer.outcome() == Outcome.REFUSED)
                .toList();
        if (refusals.isEmpty() != (insmod.status() == 0)) {
            differences.add(kernels + ours);
        } else if (!refusals.isEmpty() && refusals.stream().noneMatch(answer -> matches(answer, insmod))) {
            differences.add(kernels + ours);
        }
        boolean ignored = errors.stream()
                .anyMatch(finding -> finding.text().contains("nr_threads")
                        && finding.answer().outcome() != Outcome.REFUSED);
        if (insmod.status() == 0 && ignored != parameter.output().strip().equals("0")) {
            differences.add(one.name() + ": the relocated pointer is " + parameter.output() + ours);
        }
    }

    private static boolean matches(KernelAnswer answer, StepResult insmod) {
        return answer.error() != null
                && answer.error().number() == insmod.status()
                && (answer.message() == null || insmod.messages().contains(answer.message()));
    }

    /**
     * The guest's modprobe tries {@code init_module} where {@code finit_module} failed. If the functions were at fault, the
     * relocations have been applied by then, and the second refusal is the one of a reload.
     */
    private static boolean matchesTarget(KernelAnswer answer, StepResult modprobe) {
        boolean triedAgain = modprobe.status() == LoadError.ENOEXEC.number()
                && answer.error() == LoadError.EINVAL
                && modprobe.messages().contains("(-22)")
                && modprobe.messages().contains("existing value is nonzero");
        return matches(answer, modprobe)
                || (triedAgain && modprobe.messages().contains(Objects.requireNonNull(answer.message())));
    }

    private static List<Case> targetCases() {
        return List.of(
                new Case("target-sound", "", image -> {}),
                new Case("vmlinux-symbol", "KLP020", rename(PART, ".klp.sym.vmlinux.nr_threads,0")),
                new Case("target-symbol-name", "KLP518", rename(PART, ".klp.sym.loop.max_part")),
                new Case("target-symbol", "KLP036", rename(PART, ".klp.sym.loop.max_port,0")),
                new Case("target-position", "KLP040", rename(PART, ".klp.sym.loop.max_part,2")),
                new Case("target-ordinary", "KLP517", place(PART, SymbolPlacement.ABSOLUTE)),
                new Case("target-stranger", "KLP051", rename(PART, ".klp.sym.zsmalloc.zs_get_total_pages,0")),
                new Case("target-init-symbol", "KLP043", rename(PART, ".klp.sym.loop.loop_init,0")),
                new Case("target-place", "KLP514", poke("seen_part", 0, 1)),
                new Case(
                        "target-type",
                        "KLP512",
                        relocations(LOOP_DATA, old -> new Relocation(old.offset(), old.symbol(), 12, old.addend()))),
                new Case(
                        "target-function",
                        "KLP036",
                        text(".rodata.str1.8", "loop_attr_do_show_backing_file", "loop_attr_do_show_backing_life")),
                new Case(
                        "target-exit",
                        "KLP042",
                        text(".rodata.str1.8", "loop_attr_do_show_backing_file", "loop_exit\0" + " ".repeat(20))));
    }

    @Test
    void theTargetLoadsAsVerifySays() throws Exception {
        Boot boot = Boot.of(kernel);
        List<Case> cases = targetCases();
        for (Case one : cases) {
            boot = boot.with(
                    Step.insmod(one.write()),
                    Step.modprobe("loop"),
                    Step.command("cat /sys/module/verdict/parameters/seen_part"),
                    Step.command("rmmod loop"),
                    Step.modprobe("loop"),
                    Step.command("rmmod loop"),
                    Step.disable("verdict"));
        }
        BootResult result = boot.run();
        assertThat(result.end()).as("%s", result.problems()).isEqualTo(BootEnd.FINISHED);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            List<Finding> findings = findings(folder.resolve(one.name() + ".ko"));
            List<KernelAnswer> refusals = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .map(Finding::answer)
                    .filter(answer -> answer.outcome() == Outcome.TARGET_REFUSED)
                    .toList();
            List<StepResult> steps = result.steps().subList(7 * i, 7 * i + 7);
            String all = one.name() + ": the patch " + steps.get(0).status() + ", the target "
                    + steps.get(1).status() + " " + steps.get(1).messages() + ", the pointer "
                    + steps.get(2).output().strip() + "; verify says "
                    + findings.stream().map(f -> f + " " + f.answer()).toList();
            boolean agree = steps.get(0).status() == 0
                    && refusals.isEmpty() == (steps.get(1).status() == 0)
                    && (refusals.isEmpty() || refusals.stream().anyMatch(answer -> matchesTarget(answer, steps.get(1))))
                    && (one.code().isEmpty()
                            || findings.stream().anyMatch(f -> f.code().id().equals(one.code())));
            if (!agree) {
                differences.add(all);
            }
            StepResult reload = steps.get(4);
            boolean predicted = findings.stream()
                    .filter(finding -> finding.code().id().equals("KLP531"))
                    .anyMatch(finding -> matches(finding.answer(), reload));
            if (steps.get(1).status() == 0 && !predicted) {
                differences.add(one.name() + ": loaded again, the target " + reload.status() + " " + reload.messages());
            }
        }
        assertThat(differences).isEmpty();
    }

    /**
     * Where 6.1 has no answer but follows what is not there. From the array without an end it runs into the next one, puts its
     * functions into two lists, and never leaves the loop over them.
     */
    private static List<Case> faults() {
        int end = 2 * FUNC_BYTES;
        return List.of(
                new Case(
                        "endless-functions",
                        "KLP528",
                        all(
                                copyPointer("verdict_vmlinux_funcs", 0, end),
                                copyPointer("verdict_vmlinux_funcs", 8, end),
                                poke("verdict_vmlinux_funcs", end + 16, 2))),
                Case.spoilt("stale-index", "KLP503", KernelVerdictIT::spoilSymbolIndex),
                new Case(
                        "outside",
                        "KLP513",
                        relocations(
                                VMLINUX_DATA,
                                old -> new Relocation(0x7fff0000L, old.symbol(), old.type(), old.addend()))));
    }

    /** Each in a machine of its own. */
    @Test
    void theKernelFaultsWhereVerifySaysSo() throws Exception {
        for (Case one : faults()) {
            Path module = one.write();
            assertThat(findings(module)).anySatisfy(finding -> {
                assertThat(finding.code().id()).isEqualTo(one.code());
                assertThat(finding.answer().outcome()).isEqualTo(Outcome.CORRUPTED);
            });
            BootResult result = Boot.of(kernel)
                    .withTimeLimit(Duration.ofSeconds(30))
                    .with(Step.insmod(module))
                    .run();
            boolean endless = result.end() == BootEnd.TIMED_OUT
                    && result.problems().toString().contains("during: insmod " + one.name());
            assertThat(endless || !result.console().faults().isEmpty())
                    .as("%s: %s %s", one.name(), result.problems(), result.steps())
                    .isTrue();
        }
    }

    /** As strip leaves it behind, only farther off. */
    private static void spoilSymbolIndex(byte[] bytes) throws IOException {
        ElfFile file = ElfFile.parse("stale", ByteBuffer.wrap(bytes.clone()));
        SectionHeader table = Objects.requireNonNull(file.firstNamed(VMLINUX_DATA));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt((int) table.offset() + 12, 0x7fff_ffff);
    }
}
