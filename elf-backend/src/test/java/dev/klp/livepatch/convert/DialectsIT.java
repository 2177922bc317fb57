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
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One module that asks in every dialect, built by kbuild, converted by the kernel's own symbols, and loaded by the kernel. */
class DialectsIT {
    @TempDir
    Path folder;

    private Path built() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String name : List.of("Kbuild", "dialects.c")) {
            try (var in = Objects.requireNonNull(DialectsIT.class.getResourceAsStream("dialects-module/" + name))) {
                files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return KernelModuleBuild.build(Files.createDirectory(folder.resolve("build")), "dialects", files);
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

    @Test
    void everyDialectFindsTheSameVariable() throws Exception {
        Path module = built();
        BootKernel kernel = kernelOf(module);
        Path index = folder.resolve("kernel.klpindex");
        CommandLineRun indexed = CommandLineRun.of(
                "index", "-o", index.toString(), kernel.image().toString());
        assertThat(indexed.exitCode()).as(indexed.err()).isZero();
        Path converted = folder.resolve("dialects.ko");
        CommandLineRun run = CommandLineRun.of(
                "convert", "--kernel", index.toString(), "-o", converted.toString(), module.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.errLines())
                .containsExactly(
                        "klp: " + module + ": note: 'nr_threads' is not annotated; taken for the only one in vmlinux,"
                                + " as .klp.sym.vmlinux.nr_threads,0, gated by vmlinux");
        LivepatchTable.assertSound(converted);

        BootResult result = Boot.of(kernel)
                .with(
                        Step.command("cat /proc/cmdline"),
                        Step.insmod(converted),
                        Step.command("cat /proc/cmdline"),
                        Step.disable("dialects"),
                        Step.command("cat /proc/cmdline"))
                .run();
        assertThat(result.end()).as("%s", result.problems()).isEqualTo(BootEnd.FINISHED);
        assertThat(result.problems()).isEmpty();
        List<StepResult> steps = result.steps();
        String original = steps.get(0).output().strip();
        assertThat(steps.get(2).output().strip())
                .isEqualTo(original + " livepatch=1 comma=1 dot=1 listed=1 asked=1 threads=1");
        assertThat(steps.get(4).output().strip()).isEqualTo(original);
    }
}
