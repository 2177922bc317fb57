package dev.klp.kernel.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.klp.boot.Boot;
import dev.klp.boot.BootEnd;
import dev.klp.boot.BootKernel;
import dev.klp.boot.BootResult;
import dev.klp.boot.HostTools;
import dev.klp.boot.Machine;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.cli.CommandLineRun;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.vmlinux.FtraceRecords;
import dev.klp.kernel.vmlinux.Vmlinux;
import dev.klp.testing.KernelModuleBuild;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the index says of positions and of what can be replaced, against the running kernel. */
class BootedKernelIndexIT {
    private static final String AMD64 = "6\\.1\\..*-\\d+-amd64";
    private static final String CLOUD = "6\\.12\\..*-cloud-amd64";
    private static final String HYPHENATED = "dm-mod";
    private static final String REPEATING = "fat";
    private static final String INVALID = "__ftrace_invalid_address___";
    private static final int EINVAL = 22;
    private static final Pattern PLACE = Pattern.compile(".*place ([0-9]+) ([0-9a-f]+)");

    private static final String END_OF_SOURCE = """
            static void __exit stop(void)
            {
            }
            module_init(start);
            module_exit(stop);
            MODULE_LICENSE("GPL");
            MODULE_INFO(livepatch, "Y");
            """;

    @TempDir
    private Path folder;

    private static Boot boot(IndexedKernel kernel) throws IOException {
        List<String> missing = HostTools.missingFor(Machine.X86_64);
        Requires.that(missing.isEmpty(), String.join("; ", missing));
        return Boot.of(BootKernel.of(kernel.image())).withKernelParameters("nokaslr");
    }

    @ParameterizedTest
    @ValueSource(strings = {AMD64, CLOUD})
    void aLoadedModuleHasTheSymbolsAndTheTraceableFunctionsOfTheIndex(String pattern) throws Exception {
        IndexedKernel kernel = IndexedKernel.matching(pattern);
        String name = HYPHENATED.replace('-', '_');
        KernelObject object = kernel.index().object(name).orElseThrow();
        BootResult result = boot(kernel)
                .with(
                        Step.modprobe(HYPHENATED),
                        Step.command("echo 0 >/proc/sys/kernel/kptr_restrict; grep -F '[" + name + "]' /proc/kallsyms"),
                        Step.command("mkdir -p /t && mount -t tracefs t /t && grep -F '[" + name
                                + "]' /t/available_filter_functions"))
                .run();

        assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        assertThat(object.path().orElseThrow()).contains(HYPHENATED);
        assertThat(sorted(result.steps()
                        .get(2)
                        .output()
                        .lines()
                        .map(line -> line.split("[ \t]")[0])
                        .filter(function -> !function.startsWith(INVALID))
                        .toList()))
                .isNotEmpty()
                .isEqualTo(sorted(object.symbols()
                        .filter(symbol -> symbol.traceability() == Traceability.TRACEABLE)
                        .map(KernelSymbol::name)
                        .toList()));
        // The kernel prints capital letters for what is exported.
        assertThat(result.steps().get(1).output().lines().map(BootedKernelIndexIT::letterAndName))
                .isNotEmpty()
                .containsExactlyElementsOf(object.symbols()
                        .filter(symbol -> symbol.livePosition().isPresent())
                        .map(symbol -> symbol.type() + " " + symbol.name())
                        .toList());
        System.out.println(
                kernel.release() + ": " + object.symbolCount() + " symbols of " + name + " as in the running kernel");
    }

    private static String letterAndName(String line) {
        String[] fields = line.split("[ \t]");
        return fields[1].toLowerCase(Locale.ROOT) + " " + fields[2];
    }

    private static Map<String, Integer> sorted(List<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }

    @Test
    void everyPositionInVmlinuxIsTheSymbolThatTheKernelTakes() throws Exception {
        IndexedKernel kernel = kernelOfTheHeaders();
        List<KernelSymbol> symbols = kernel.index().vmlinux().orElseThrow().symbols("version_show");
        assertThat(symbols).hasSizeGreaterThan(1);
        List<Step> steps = new ArrayList<>();
        for (int position = 0; position <= symbols.size() + 1; position++) {
            steps.add(Step.insmod(reading("vmlinux", "version_show", position, position)));
        }
        BootResult result = boot(kernel).withSteps(steps).run();

        assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        for (int position = 1; position <= symbols.size(); position++) {
            StepResult step = result.steps().get(position);
            assertThat(step.status()).as("%s", step).isZero();
            assertThat(places(step)).containsExactly(symbols.get(position - 1).address());
        }
        // Position 0 must be unique, and there is none beyond the last.
        assertThat(result.steps().get(0).status()).isEqualTo(EINVAL);
        assertThat(result.steps().get(symbols.size() + 1).status()).isEqualTo(EINVAL);
        System.out.println(
                kernel.release() + ": " + symbols.size() + " positions of version_show as the kernel takes them");
    }

    @Test
    void everyPositionInAModuleIsTheSymbolThatTheKernelTakes() throws Exception {
        IndexedKernel kernel = kernelOfTheHeaders();
        KernelObject object = kernel.index().object(REPEATING).orElseThrow();
        List<KernelSymbol> symbols = object.symbols("init_once");
        assertThat(symbols).hasSizeGreaterThan(1);
        BootResult result = boot(kernel)
                .with(
                        Step.modprobe(REPEATING),
                        Step.command("grep -F '[" + REPEATING + "]' /proc/kallsyms | grep -w init_once"),
                        Step.insmod(reading(REPEATING, "init_once", 1, symbols.size())))
                .run();

        assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        List<Long> running = result.steps()
                .get(1)
                .output()
                .lines()
                .map(line -> Long.parseUnsignedLong(line.substring(0, 16), 16))
                .toList();
        List<Long> taken = places(result.steps().get(2));
        assertThat(taken).as("%s", result.steps().get(2)).isEqualTo(running).hasSameSizeAs(symbols);
        for (int i = 1; i < taken.size(); i++) {
            assertThat(symbols.get(i).section()).isEqualTo(symbols.get(0).section());
            assertThat(taken.get(i) - taken.get(0))
                    .isEqualTo(symbols.get(i).address() - symbols.get(0).address());
        }
    }

    /**
     * A weak function that was overridden has lost its symbol but not its record, which now lies in the function before it. The kernel
     * takes it for that one's and loads the livepatch, and then never enables it.
     */
    @Test
    void aLivepatchOfAFunctionWithTheRecordOfAnOverriddenOneRedirectsNothing() throws Exception {
        IndexedKernel kernel = kernelOfTheHeaders();
        List<KernelSymbol> doubtful = withRecordsOfOthers(kernel);
        assumeThat(doubtful).as("functions with the record of another").isNotEmpty();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < doubtful.size(); i++) {
            steps.add(Step.insmod(replacing("replacing_" + i, doubtful.get(i))));
        }
        steps.add(Step.command("mkdir -p /t && mount -t tracefs t /t && cat /sys/kernel/livepatch/*/enabled"
                + " && sed 's/^/redirected: /' /t/enabled_functions"));
        BootResult result = boot(kernel).withSteps(steps).run();

        assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        assertThat(result.steps().get(doubtful.size()).output().lines())
                .hasSameSizeAs(doubtful)
                .containsOnly("1");
    }

    private static List<KernelSymbol> withRecordsOfOthers(IndexedKernel kernel) throws IOException {
        Vmlinux vmlinux = Vmlinux.read(kernel.image());
        FtraceRecords records = vmlinux.ftraceRecords().orElseThrow();
        long[] places =
                IntStream.range(0, records.size()).mapToLong(records::location).toArray();
        BitSet taken = FtraceRecords.of(places, Long.MAX_VALUE).traceable(vmlinux.symbols());
        List<KernelSymbol> symbols =
                kernel.index().vmlinux().orElseThrow().symbols().toList();
        return IntStream.range(0, symbols.size())
                .filter(taken::get)
                .mapToObj(symbols::get)
                .filter(symbol -> symbol.traceability() == Traceability.NOTRACE)
                .toList();
    }

    private Path replacing(String name, KernelSymbol symbol) throws IOException {
        String source = """
                #include <linux/module.h>
                #include <linux/livepatch.h>
                static int replacement(void)
                {
                	return 0;
                }
                static struct klp_func funcs[] = {
                	{ .old_name = "%s", .old_sympos = %d, .new_func = replacement },
                	{ }
                };
                static struct klp_object objects[] = { { .funcs = funcs }, { } };
                static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objects };
                static int __init start(void)
                {
                	return klp_enable_patch(&patch);
                }
                """.formatted(symbol.name(), symbol.position());
        Path build = Files.createDirectory(folder.resolve(name));
        return KernelModuleBuild.build(
                build, name, Map.of("Kbuild", "obj-m := " + name + ".o\n", name + ".c", source + END_OF_SOURCE));
    }

    /** Modules can only be built for the kernel whose headers are installed. */
    private static IndexedKernel kernelOfTheHeaders() throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(AMD64);
        Path headers = KernelModuleBuild.headers();
        // Debian's include/config/kernel.release is the upstream version, not what uname prints.
        String header = Files.readString(headers.resolve("include/generated/utsrelease.h"));
        String release = header.substring(header.indexOf('"') + 1, header.lastIndexOf('"'));
        Requires.that(
                release.equals(kernel.release()), "the headers are of " + release + ", not of " + kernel.release());
        return kernel;
    }

    /** A livepatch that prints where the symbols at some positions are. */
    private Path reading(String object, String symbol, int first, int last) throws IOException {
        String name = "reading_" + object + "_" + first;
        StringBuilder declarations = new StringBuilder();
        StringBuilder places = new StringBuilder();
        for (int position = first; position <= last; position++) {
            declarations.append("extern char s%d asm(\"\\\".klp.sym.rela.%s.%s.%s,%d\\\"\");\n"
                    .formatted(position, object, object, symbol, position));
            places.append("&s").append(position).append(", ");
        }
        Path build = Files.createDirectory(folder.resolve(name));
        Path module = KernelModuleBuild.build(
                build,
                name,
                Map.of("Kbuild", "obj-m := " + name + ".o\n", name + ".c", source(object, declarations, places)));
        Path converted = folder.resolve(name + ".ko");
        CommandLineRun run = CommandLineRun.of(
                "convert",
                "--symbols",
                KernelModuleBuild.symvers().toString(),
                "-o",
                converted.toString(),
                module.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return converted;
    }

    private static String source(String object, CharSequence declarations, CharSequence places) {
        boolean vmlinux = object.equals("vmlinux");
        String common = """
                #include <linux/module.h>
                #include <linux/livepatch.h>
                %s
                static void *volatile places[] = { %s };
                static void print_places(void)
                {
                	int i;

                	for (i = 0; i < ARRAY_SIZE(places); i++)
                		pr_info("place %%d %%px\\n", i, places[i]);
                }
                """.formatted(declarations, places);
        String ofVmlinux = """
                static int __init start(void)
                {
                	print_places();
                	return 0;
                }
                """;
        String ofModule = """
                static int pre_patch(struct klp_object *object)
                {
                	print_places();
                	return 0;
                }
                static struct klp_func none[] = { { } };
                static struct klp_object objects[] = {
                	{ .name = "%s", .funcs = none, .callbacks = { .pre_patch = pre_patch } },
                	{ }
                };
                static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objects };
                static int __init start(void)
                {
                	return klp_enable_patch(&patch);
                }
                """.formatted(object);
        return common + (vmlinux ? ofVmlinux : ofModule) + END_OF_SOURCE;
    }

    private static List<Long> places(StepResult step) {
        List<Long> places = new ArrayList<>();
        for (String line : step.messages().lines()) {
            Matcher matcher = PLACE.matcher(line);
            if (matcher.matches()) {
                places.add(Long.parseUnsignedLong(matcher.group(2), 16));
            }
        }
        return places;
    }
}
