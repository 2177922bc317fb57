package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.Boot;
import dev.klp.boot.BootEnd;
import dev.klp.boot.BootResult;
import dev.klp.boot.HostTools;
import dev.klp.boot.Machine;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.cli.CommandLineRun;
import dev.klp.testing.KernelModuleBuild;
import dev.klp.testing.Program;
import dev.klp.testing.Readelf;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversions of a module that the kernel's own build system made, with debug information, and what a kernel says of them. */
class KernelModulesIT {
    /** What each name in the C files stands for: gating object and livepatch name. */
    private static final Map<String, String> MEANINGS = Map.of(
            "saved_command_line", "vmlinux .klp.sym.vmlinux.saved_command_line,0",
            "nr_threads", "vmlinux .klp.sym.vmlinux.nr_threads,0",
            "nr_running", "vmlinux .klp.sym.vmlinux.nr_running,0",
            "nr_iowait", "vmlinux .klp.sym.vmlinux.nr_iowait,0",
            "vm_swappiness", "vmlinux .klp.sym.vmlinux.vm_swappiness,0",
            "zs_get_total_pages", "zsmalloc .klp.sym.zsmalloc.zs_get_total_pages,0",
            ".klp.sym.rela.vmlinux.vmlinux.type_show,3", "vmlinux .klp.sym.vmlinux.type_show,3",
            ".klp.sym.rela.vmlinux.vmlinux.type_show,5", "vmlinux .klp.sym.vmlinux.type_show,5",
            ".klp.sym.rela.loop.loop.max_part,0", "loop .klp.sym.loop.max_part,0");

    /** The module refers to symbols of two others without patching these. */
    private static final String FORCED = "--force=KLP053";

    @TempDir
    static Path folder;

    private static Path built;
    private static Path converted;

    @BeforeAll
    static void buildAndConvert() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String name : List.of("Kbuild", "forms.h", "main.c", "more.c")) {
            try (var in = KernelModulesIT.class.getResourceAsStream("forms/" + name)) {
                files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        built = KernelModuleBuild.build(folder, "forms", files);
        converted = Files.createDirectory(folder.resolve("converted")).resolve("forms.ko");
        CommandLineRun run = CommandLineRun.of(
                "convert",
                FORCED,
                "--symbols",
                KernelModuleBuild.symvers().toString(),
                "-o",
                converted.toString(),
                built.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    /** What has to become of the built module's relocations, by readelf and the table above alone. */
    private static Set<String> expected() throws IOException {
        Readelf readelf = Readelf.of(built);
        Set<String> expected = new HashSet<>();
        for (Readelf.Relocation relocation : readelf.relocations()) {
            Readelf.Section target = readelf.target(relocation);
            String meaning = MEANINGS.get(relocation.symbol());
            if (meaning != null
                    && target.flags().contains("A")
                    && !target.name().startsWith(".klp.module_relocs.")) {
                String[] words = meaning.split(" ", -1);
                expected.add("%s %s 0x%x %s %s %d"
                        .formatted(
                                words[0],
                                target.name(),
                                relocation.offset(),
                                relocation.type(),
                                words[1],
                                relocation.addend()));
            }
        }
        return expected;
    }

    @Test
    void everyAnnotatedRelocationIsMovedAndNoOther() throws IOException {
        Set<String> expected = expected();
        assertThat(expected)
                .extracting(line -> line.split(" ", -1)[1])
                .contains(
                        ".text", ".data", ".rodata", ".text.unlikely.forms_threads", ".init.text", ".text.forms_more");
        assertThat(LivepatchTable.of(converted)).containsExactlyInAnyOrderElementsOf(expected);
        LivepatchTable.assertSound(converted);
    }

    @Test
    void theOtherRelocationsStay() throws IOException {
        List<String> before = ordinary(built, ".klp.module_relocs.");
        before.removeIf(line -> MEANINGS.containsKey(line.substring(line.lastIndexOf(' ') + 1)));
        List<String> after = ordinary(converted, ".klp.module_relocs.");
        after.removeIf(line -> line.contains("R_X86_64_NONE"));
        assertThat(after).isEqualTo(before);
    }

    private static List<String> ordinary(Path module, String exceptTargets) throws IOException {
        Readelf readelf = Readelf.of(module);
        List<String> lines = new ArrayList<>();
        for (Readelf.Relocation relocation : readelf.relocations()) {
            Readelf.Section target = readelf.target(relocation);
            if (target.flags().contains("A")
                    && !readelf.sections().get(relocation.table()).flags().contains("o")
                    && !target.name().startsWith(exceptTargets)) {
                lines.add("%s 0x%x %s %d %s"
                        .formatted(
                                target.name(),
                                relocation.offset(),
                                relocation.type(),
                                relocation.addend(),
                                relocation.symbol()));
            }
        }
        return lines;
    }

    @Test
    void theArraysWereMergedWithPadding() throws IOException {
        Readelf.Section array = Readelf.of(built).sections().stream()
                .filter(section -> section.name().equals(".klp.module_relocs.vmlinux"))
                .findFirst()
                .orElseThrow();
        assertThat(array.size() % 12).isNotZero();
    }

    @Test
    void noDependencyOnTheExporterIsLeft() throws IOException {
        assertThat(Program.output("modinfo", "-F", "depends", built.toString()).strip())
                .isEqualTo("zsmalloc");
        assertThat(Program.output("modinfo", "-F", "depends", converted.toString())
                        .strip())
                .isEmpty();
        assertThat(Program.output("modprobe", "--dump-modversions", built.toString()))
                .contains("zs_get_total_pages");
        assertThat(Program.output("modprobe", "--dump-modversions", converted.toString()))
                .contains("module_layout", "klp_enable_patch")
                .doesNotContain("zs_get_total_pages");
    }

    @Test
    void goesByTheModulesOwnVersionsToo() throws IOException {
        Path output = folder.resolve("by-versions.ko");
        CommandLineRun run = CommandLineRun.of("convert", FORCED, "-o", output.toString(), built.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(output).hasSameBinaryContentAs(converted);
    }

    @Test
    void gatesThatThePatchNeverOpensAreRefused() throws IOException {
        Path output = folder.resolve("refused.ko");
        CommandLineRun run = CommandLineRun.of("convert", "-o", output.toString(), built.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("it waits for the object 'zsmalloc', which the patch does not list")
                .contains("it waits for the object 'loop', which the patch does not list")
                .contains("note: the patch lists vmlinux");
        assertThat(output).doesNotExist();
    }

    @Test
    void aConvertedModuleIsLeftAlone() throws IOException {
        Path output = folder.resolve("again.ko");
        assertThat(CommandLineRun.of("convert", FORCED, "-o", output.toString(), converted.toString())
                        .exitCode())
                .isZero();
        assertThat(output).hasSameBinaryContentAs(converted);
    }

    @Test
    void strippingLeavesTheLivepatchRelocationsAsTheyAre() throws IOException {
        List<String> table = LivepatchTable.of(converted);
        for (Path stripped : stripped()) {
            assertThat(LivepatchTable.of(stripped)).as(stripped.toString()).isEqualTo(table);
            assertThat(Files.size(stripped)).isLessThan(Files.size(converted));
        }
    }

    /** As {@code make modules_install INSTALL_MOD_STRIP=1} does, and as elfutils do. */
    private static List<Path> stripped() throws IOException {
        Path byBinutils = Files.createDirectories(folder.resolve("binutils")).resolve("forms.ko");
        Program.output("strip", "--strip-debug", "-o", byBinutils.toString(), converted.toString());
        Path byElfutils = Files.createDirectories(folder.resolve("elfutils")).resolve("forms.ko");
        Program.output("eu-strip", "-g", "-o", byElfutils.toString(), converted.toString());
        return List.of(byBinutils, byElfutils);
    }

    @Test
    void theKernelLoadsItStrippedOrNotAndRefusesItUnconverted() throws Exception {
        String release =
                Program.output("modinfo", "-F", "vermagic", built.toString()).split(" ", -1)[0];
        List<String> missing = HostTools.missingFor(Machine.X86_64);
        Requires.that(missing.isEmpty(), String.join("; ", missing));
        dev.klp.boot.KernelCache cache = dev.klp.boot.KernelCache.of(System.getenv());
        Requires.that(
                cache.debianReleases().contains(release),
                "no kernel " + release + " in " + cache.root() + "; unpack its image package there");
        List<Path> loadable = new ArrayList<>(List.of(converted));
        loadable.addAll(stripped());
        Boot boot = Boot.of(cache.debian(release)).with(Step.command("cat /proc/cmdline"), Step.insmod(built));
        for (Path module : loadable) {
            boot = boot.with(
                    Step.insmod(module),
                    Step.command("cat /proc/cmdline /proc/sys/vm/swappiness"),
                    Step.disable("forms"),
                    Step.command("cat /proc/cmdline"));
        }
        BootResult result = boot.run();
        assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        assertThat(result.problems())
                .hasSize(1)
                .allMatch(problem -> problem.startsWith("insmod forms.ko: the kernel refused"));
        List<StepResult> steps = result.steps();
        String original = steps.get(0).output();
        assertThat(steps.get(1).status()).isNotZero();
        assertThat(steps.get(1).messages().toString()).contains("forms: Unknown symbol");
        for (int i = 0; i < loadable.size(); i++) {
            List<StepResult> round = steps.subList(2 + 4 * i, 6 + 4 * i);
            assertThat(round).as("%s: %s", loadable.get(i), result.problems()).allMatch(StepResult::succeeded);
            String[] lines = round.get(1).output().split("\n", -1);
            assertThat(lines[0])
                    .isEqualTo(original.strip() + " livepatch=1 threads=1 running=1 types=1 cold=1 iowait=1 swappiness="
                            + lines[1]);
            assertThat(round.get(3).output()).isEqualTo(original);
        }
    }
}
