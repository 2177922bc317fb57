package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.Boot;
import dev.klp.boot.BootResult;
import dev.klp.boot.HostTools;
import dev.klp.boot.KernelCache;
import dev.klp.boot.Machine;
import dev.klp.boot.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One source for every kernel of Debian's at hand: one of many functions {@code type_show} is named by its neighbour, built
 * for each kernel by the generated tree, and replaced in one that boots.
 */
class DerivedPositionIT {
    private static final String SOURCE = """
            import dev.klp.annotations.*;
            @KlpPatch(sources = "irq.c")
            interface IrqType {
                @KlpObject
                interface Vmlinux {
                    @KlpFunc(newFunc = "livepatch_type_show", near = "hwirq_show")
                    void type_show();

                    @KlpFunc(newFunc = "livepatch_cmdline_proc_show")
                    void cmdline_proc_show();
                }
            }
            """;

    private static final String UNIT = """
            #include <linux/kobject.h>
            #include <linux/seq_file.h>

            static ssize_t livepatch_type_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
            {
            	return sprintf(buf, "livepatched\\n");
            }

            static int livepatch_cmdline_proc_show(struct seq_file *m, void *v)
            {
            	seq_puts(m, "livepatched\\n");
            	return 0;
            }
            """;

    @TempDir
    Path temporary;

    @Test
    void replacesTheFunctionBesideItsNeighbour() throws Exception {
        KernelCache cache = KernelCache.of(System.getenv());
        List<String> releases = releases(cache);
        Path tree = compile(releases, UNIT).resolve("klp/irq_type");
        for (String release : releases) {
            assertThat(Files.readString(tree.resolve(release).resolve("irq_type.c")))
                    .containsPattern("\\.old_sympos = \\d+, /\\* of \\d+ by address, .*hwirq_show")
                    .contains("type_show: not compared", "cmdline_proc_show: prototype differs from " + release);
            assertThat(make(tree, release)).as(release).contains("KLP ");
        }

        String release = releases.get(0);
        BootResult result = Boot.of(cache.debian(release))
                .with(
                        Step.command("cat /sys/kernel/irq/4/type"),
                        Step.insmod(tree.resolve("build").resolve(release).resolve("irq_type.ko")),
                        Step.command("cat /sys/kernel/irq/4/type /proc/cmdline"),
                        Step.disable("irq_type"),
                        Step.command("cat /sys/kernel/irq/4/type"))
                .run();
        assertThat(result.problems()).isEmpty();
        assertThat(result.steps().get(0).output()).isEqualTo("edge\n");
        assertThat(result.steps().get(2).output()).isEqualTo("livepatched\nlivepatched\n");
        assertThat(result.steps().get(4).output()).isEqualTo("edge\n");
    }

    @Test
    void doesNotCompileAFunctionOfAnotherType() throws Exception {
        List<String> releases = releases(KernelCache.of(System.getenv()));
        String release = releases.get(0);
        // Behind a macro, so that the check of the C text does not see it first.
        String hidden = UNIT.replace("static int livepatch", "#define seq_file kobject\nstatic int livepatch")
                        .replace("seq_puts(m, \"livepatched\\n\");", "")
                + "#undef seq_file\n";
        Path tree = compile(releases, hidden).resolve("klp/irq_type");

        assertThat(make(tree, release))
                .contains("static assertion failed: \"cmdline_proc_show: prototype differs from " + release + "\"");
    }

    private Path compile(List<String> releases, String unit) throws IOException, InterruptedException {
        Path in = Files.createDirectories(temporary.resolve("in"));
        Files.writeString(in.resolve("IrqType.java"), SOURCE);
        Files.writeString(in.resolve("irq.c"), unit);
        Path out = temporary.resolve("out");
        ProcessorJar.compile(in, "IrqType.java", out, Map.of(), "-Aklp.kernel=" + String.join(",", releases))
                .assertSucceeded();
        return out;
    }

    /** Nothing is left to convert: the patch refers to no unexported symbol. */
    private static String make(Path tree, String release) throws IOException {
        Process make = new ProcessBuilder(
                        "make", "-C", tree.toString(), "KDIR=/lib/modules/" + release + "/build", "KLP=true")
                .redirectErrorStream(true)
                .start();
        make.getOutputStream().close();
        return new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> releases(KernelCache cache) throws IOException {
        List<String> releases = cache.debianReleases().stream()
                .filter(release -> Files.exists(Path.of("/lib/modules", release, "build/Makefile")))
                .toList();
        if (releases.isEmpty() || !HostTools.missingFor(Machine.X86_64).isEmpty()) {
            String reason = "no kernel of Debian's with its headers, or no QEMU (examples/check fetches them)";
            assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
            Assumptions.abort(reason);
        }
        return releases;
    }
}
