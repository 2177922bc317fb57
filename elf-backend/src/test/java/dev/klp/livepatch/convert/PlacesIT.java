package dev.klp.livepatch.convert;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * References from code, data, constants, jump labels and two sections of one name, through the gates of vmlinux and of two modules,
 * one of which needs a symbol that a third exports: in a booted kernel, stripped in every usual way, with the modules loaded before
 * the patch and after it.
 */
class PlacesIT {
    private static final String ADDRESSES =
            "grep -E ' (nr_threads|vm_swappiness|max_part|zs_get_total_pages)[[:space:]]*(\\[|$)' /proc/kallsyms";

    @TempDir
    Path folder;

    private Path built() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String name : List.of("Kbuild", "places.c")) {
            try (var in = Objects.requireNonNull(PlacesIT.class.getResourceAsStream("places/" + name))) {
                files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return KernelModuleBuild.build(Files.createDirectory(folder.resolve("build")), "places", files);
    }

    private static BootKernel kernelOf(Path module) throws IOException {
        String release =
                Program.output("modinfo", "-F", "vermagic", module.toString()).split(" ", -1)[0];
        List<String> missing = HostTools.missingFor(Machine.X86_64);
        Requires.that(missing.isEmpty(), String.join("; ", missing));
        KernelCache cache = KernelCache.of(System.getenv());
        Requires.that(
                cache.debianReleases().contains(release),
                "no kernel " + release + " in " + cache.root() + "; unpack its image package there");
        return cache.debian(release);
    }

    private Path variant(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name)).resolve("places.ko");
    }

    /** The module as converted, and as each tool leaves it. */
    private List<Path> variants(Path converted) throws IOException {
        Path plain = Files.copy(converted, variant("plain"));
        Path binutils = variant("strip");
        Program.output("strip", "--strip-debug", "-o", binutils.toString(), converted.toString());
        Path elfutils = variant("eu-strip");
        Program.output("eu-strip", "-g", "-o", elfutils.toString(), converted.toString());
        Path source = Objects.requireNonNull(converted.getParent());
        Path stage = Files.createDirectory(folder.resolve("stage"));
        Program.output(
                source,
                "make",
                "-s",
                "-C",
                KernelModuleBuild.headers().toString(),
                "M=" + source,
                "INSTALL_MOD_PATH=" + stage,
                "INSTALL_MOD_STRIP=1",
                "modules_install");
        try (Stream<Path> files = Files.walk(stage)) {
            Path installed = files.filter(file -> file.endsWith("places.ko"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("modules_install installed nothing"));
            assertThat(Files.size(installed)).isLessThan(Files.size(converted));
            return List.of(plain, binutils, elfutils, installed);
        }
    }

    @Test
    void everyReferenceFindsItsSymbol() throws Exception {
        Path converted = built();
        BootKernel kernel = kernelOf(converted);
        CommandLineRun run = CommandLineRun.of("convert", "--in-place", converted.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        LivepatchTable.assertSound(converted);
        assertThat(Readelf.of(converted).sections())
                .filteredOn(section -> section.name().equals(".data.same"))
                .hasSize(2);

        List<Path> variants = variants(converted);
        List<Step> steps = new ArrayList<>();
        for (Path module : variants) {
            steps.addAll(List.of(Step.insmod(module), Step.modprobe("loop"), Step.modprobe("zram")));
            steps.addAll(look());
            steps.addAll(List.of(Step.modprobe("loop"), Step.modprobe("zram"), Step.insmod(module)));
            steps.addAll(look());
        }
        BootResult result = Boot.of(kernel).withSteps(steps).run();
        assertThat(result.end()).as("%s", result.problems()).isEqualTo(BootEnd.FINISHED);
        assertThat(result.problems()).isEmpty();
        int each = steps.size() / variants.size() / 2;
        for (int i = 0; i < 2 * variants.size(); i++) {
            assertResolved(
                    variants.get(i / 2) + (i % 2 == 0 ? " before its targets" : " after its targets"),
                    result.steps().subList(i * each, (i + 1) * each));
        }
    }

    private static List<Step> look() {
        return List.of(
                Step.command("cat /proc/cmdline"),
                Step.command(ADDRESSES),
                Step.command("echo 1 > /proc/sys/kernel/sched_schedstats && cat /proc/cmdline"),
                Step.command("echo 0 > /proc/sys/kernel/sched_schedstats && cat /proc/cmdline"),
                Step.disable("places"),
                Step.command("rmmod zram && rmmod loop"));
    }

    private static void assertResolved(String what, List<StepResult> steps) {
        assertThat(steps).as(what).allMatch(StepResult::succeeded);
        Map<String, String> addresses = new HashMap<>();
        for (String line : steps.get(4).output().strip().split("\n", -1)) {
            String[] words = line.split("\\s+", -1);
            addresses.put(words[2], words[0]);
        }
        String threads = addresses.get("nr_threads");
        String swappiness = addresses.get("vm_swappiness");
        String expected = "text=%1$s data=%1$s rodata=%1$s,%2$s same=%1$s,%2$s key=0 part=%3$s pages=%4$s"
                .formatted(threads, swappiness, addresses.get("max_part"), addresses.get("zs_get_total_pages"));
        assertThat(expected).doesNotContain("null").doesNotContain("=0000");
        assertThat(steps.get(3).output().strip()).as(what).isEqualTo(expected);
        assertThat(steps.get(5).output().strip()).as(what).isEqualTo(expected.replace("key=0", "key=1"));
        assertThat(steps.get(6).output().strip()).as(what).isEqualTo(expected);
    }
}
