package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.KernelCache;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.indexer.KernelLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, as authors use it, checks patches against a kernel of Debian's, which it indexes itself the first time. */
class DebianKernelIT {
    private static final Path EXAMPLES = Path.of("../examples/src/main/java");

    @TempDir
    Path temporary;

    @Test
    void checksPatchesAgainstTheKernelOfThisRelease() throws IOException, InterruptedException {
        KernelCache cache = KernelCache.of(System.getenv());
        String release = release(cache);
        Files.createDirectories(temporary.resolve("cache"));
        Path kernels = Files.createSymbolicLink(
                temporary.resolve("cache/debian"),
                cache.root().resolve("debian").toAbsolutePath());
        try {
            check(release, Map.of("KLP_CACHE", temporary.resolve("cache").toString()));
        } finally {
            Files.delete(kernels);
        }
    }

    private void check(String release, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessorJar.Outcome example = ProcessorJar.compile(
                EXAMPLES.toAbsolutePath().normalize(),
                "dev/klp/examples/cmdline/CmdlinePatch.java",
                temporary.resolve("example"),
                environment,
                "-Aklp.kernel=" + release);
        example.assertSucceeded();
        assertThat(example.log()).doesNotContain("no kernel is named");
        assertThat(temporary.resolve("example/klp")).as(example.log()).isDirectory();

        KernelLocator locator = KernelLocator.of(environment);
        FileTime made = Files.getLastModifiedTime(locator.indexOf(release));
        String log = refused(environment, release);
        assertThat(Files.getLastModifiedTime(locator.indexOf(release)))
                .as("an index is made once")
                .isEqualTo(made);
        try (KernelIndex index = locator.openRelease(release)) {
            assertThat(log).contains(expected(index, release)).doesNotContain("[KLP999]");
        }
    }

    private String refused(Map<String, String> environment, String release) throws IOException, InterruptedException {
        Path in = Files.createDirectories(temporary.resolve("in"));
        Files.writeString(in.resolve("fix.c"), "int x;\n");
        Files.writeString(in.resolve("P.java"), """
                import dev.klp.annotations.*;
                @KlpPatch(sources = "fix.c")
                interface P {
                    @KlpObject
                    @KlpModuleReloc(symbol = "version_show", declaration = "int version_show(void)")
                    interface Vmlinux {
                        @KlpFunc(newFunc = "f") void type_show();
                        @KlpFunc(newFunc = "f") void cmdline_proc_shwo();
                        @KlpFunc(newFunc = "f") void do_syscall_64();
                        @KlpFunc(newFunc = "f") void proc_loadavg_init();
                        @KlpFunc(newFunc = "f") void kern_path();
                        @KlpFunc(newFunc = "f", sympos = 99) void seq_show();
                    }
                    @KlpObject("loop")
                    interface Loop {
                        @KlpFunc(newFunc = "f") void loop_attr_backing_file_show();
                    }
                    @KlpObject("i2c_core")
                    interface I2c {
                        @KlpFunc(newFunc = "f") void i2c_transfer();
                    }
                }
                """);
        ProcessorJar.Outcome outcome =
                ProcessorJar.compile(in, "P.java", temporary.resolve("out"), environment, "-Aklp.kernel=" + release);
        assertThat(outcome.status()).as(outcome.log()).isEqualTo(1);
        assertThat(temporary.resolve("out/klp")).doesNotExist();
        return outcome.log();
    }

    /** What must be in the log, from the same kernel's index. */
    private static List<String> expected(KernelIndex index, String release) {
        List<KernelSymbol> typeShow = index.vmlinux().orElseThrow().symbols("type_show");
        KernelSymbol last = typeShow.get(typeShow.size() - 1);
        KernelSymbol global = index.vmlinux().orElseThrow().symbols("kern_path").stream()
                .filter(KernelSymbol::isGlobal)
                .findFirst()
                .orElseThrow();
        return List.of(
                "P.java:7: error: [KLP038] 'vmlinux' has several symbols 'type_show' in " + release,
                "sympos = " + typeShow.size() + ": local function after '"
                        + last.previous().orElseThrow().name() + "'",
                "help: say which one is meant: @KlpFunc(newFunc = \"f\", sympos = n) with its position for n",
                "P.java:8: error: [KLP036] 'vmlinux' has no function 'cmdline_proc_shwo' in " + release,
                "help: did you mean 'cmdline_proc_show'?",
                "P.java:9: error: [KLP042] function 'do_syscall_64' of 'vmlinux' cannot be replaced in " + release,
                "P.java:10: error: [KLP043] function 'proc_loadavg_init' of 'vmlinux'",
                "P.java:11: error: [KLP039] the global function 'kern_path'",
                "help: write @KlpFunc(newFunc = \"f\", sympos = " + global.position() + ") for the global one",
                "P.java:12: error: [KLP040] sympos 99 is beyond",
                "P.java:16: error: [KLP036] 'loop' has no function 'loop_attr_backing_file_show' in " + release,
                "P.java:18: error: [KLP035] 'i2c_core' is built into the kernel and no module in " + release,
                "P.java:5: error: [KLP038] 'vmlinux' has several symbols 'version_show'");
    }

    private static String release(KernelCache cache) throws IOException {
        List<String> releases = cache.debianReleases().stream()
                .filter(release -> release.matches("6\\.1\\..*-amd64"))
                .toList();
        if (releases.isEmpty()) {
            String reason = "no 6.1 kernel of Debian's in " + cache.root() + " (examples/check fetches one)";
            assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
            Assumptions.abort(reason);
        }
        System.out.println("checked against " + releases.get(releases.size() - 1));
        return releases.get(releases.size() - 1);
    }
}
