package dev.klp.kernel.vmlinux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.Boot;
import dev.klp.boot.BootEnd;
import dev.klp.boot.BootKernel;
import dev.klp.boot.BootResult;
import dev.klp.boot.HostTools;
import dev.klp.boot.KernelCache;
import dev.klp.boot.Machine;
import dev.klp.boot.Step;
import dev.klp.kernel.kallsyms.Kallsyms;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Debian's amd64 kernels: what is read from the image must be what the same kernel says when it runs, booted with {@code nokaslr} so
 * that it runs where it was linked.
 */
class StockKernelIT {
    private static final String INVALID = "__ftrace_invalid_address___";
    private static final Map<String, Booted> BOOTED = new ConcurrentHashMap<>();

    /** One kernel, its image read and its own answers. */
    private record Booted(Vmlinux vmlinux, List<String> kallsyms, List<String> filterFunctions) {}

    @ParameterizedTest
    @ValueSource(strings = {"6\\.1\\..*-amd64", "6\\.12\\..*-cloud-amd64"})
    void symbolsEqualProcKallsymsLineByLine(String release) throws Exception {
        Booted booted = boot(release);
        Kallsyms symbols = booted.vmlinux().symbols();

        List<String> decoded = IntStream.range(0, symbols.size())
                .mapToObj(i -> "%016x %c %s".formatted(symbols.address(i), symbols.type(i), symbols.name(i)))
                .toList();
        assertThat(decoded).hasSizeGreaterThan(50_000).isEqualTo(booted.kallsyms());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6\\.1\\..*-amd64", "6\\.12\\..*-cloud-amd64"})
    void positionsOfRepeatedNamesAreTheRunningKernels(String release) throws Exception {
        Booted booted = boot(release);
        Kallsyms symbols = booted.vmlinux().symbols();
        Map<String, List<Long>> decoded = new HashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            decoded.computeIfAbsent(symbols.name(i), name -> new ArrayList<>()).add(symbols.address(i));
        }
        Map<String, List<Long>> running = new HashMap<>();
        for (String line : booted.kallsyms()) {
            running.computeIfAbsent(line.substring(19), name -> new ArrayList<>())
                    .add(Long.parseUnsignedLong(line.substring(0, 16), 16));
        }
        assertThat(decoded).isEqualTo(running);
        assertThat(decoded.values().stream().filter(positions -> positions.size() > 1))
                .as("repeated names")
                .isNotEmpty()
                .allSatisfy(positions -> assertThat(positions).isSortedAccordingTo(Long::compareUnsigned));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6\\.1\\..*-amd64", "6\\.12\\..*-cloud-amd64"})
    void traceableFunctionsAreThoseThatFtraceLists(String release) throws Exception {
        Booted booted = boot(release);
        Kallsyms symbols = booted.vmlinux().symbols();
        BitSet traceable = booted.vmlinux().ftraceRecords().orElseThrow().traceable(symbols);
        AddressRange freed = booted.vmlinux().range(KernelRange.INIT).orElseThrow();

        // Of several names at one address ftrace lists the first (kernel/kallsyms.c:get_symbol_pos).
        Map<String, Integer> decoded = new TreeMap<>();
        for (int i = traceable.nextSetBit(0); i >= 0; i = traceable.nextSetBit(i + 1)) {
            boolean first = i == 0 || symbols.address(i - 1) != symbols.address(i);
            if (first && !freed.contains(symbols.address(i))) {
                decoded.merge(symbols.name(i), 1, Integer::sum);
            }
        }
        Map<String, Integer> listed = new TreeMap<>();
        for (String line : booted.filterFunctions()) {
            if (!line.startsWith(INVALID)) {
                listed.merge(line, 1, Integer::sum);
            }
        }
        assertThat(listed).hasSizeGreaterThan(30_000);
        assertThat(decoded).isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6\\.1\\..*-amd64", "6\\.12\\..*-cloud-amd64"})
    void theReleaseIsTheRunningKernels(String release) throws Exception {
        Vmlinux vmlinux = boot(release).vmlinux();
        assertThat(vmlinux.release()).matches(release);
        assertThat(vmlinux.banner()).startsWith("Linux version " + vmlinux.release() + " (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6\\.1\\..*-amd64", "6\\.12\\..*-cloud-amd64"})
    void exportsAreMarkedBySymbolsOfTheirOwn(String release) throws Exception {
        Vmlinux vmlinux = boot(release).vmlinux();
        Kallsyms symbols = vmlinux.symbols();
        // Each EXPORT_SYMBOL leaves a symbol __ksymtab_NAME in the table that it is in (include/linux/export.h).
        Map<String, Integer> marks = new HashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            if (symbols.name(i).startsWith("__ksymtab_")) {
                marks.put(symbols.name(i).substring("__ksymtab_".length()), i);
            }
        }
        assertThat(vmlinux.exports())
                .extracting(KernelExport::name)
                .containsExactlyInAnyOrderElementsOf(marks.keySet());
        assertThat(vmlinux.exports()).anyMatch(KernelExport::gplOnly).anyMatch(export -> !export.gplOnly());
        assertThat(vmlinux.exports())
                .filteredOn(KernelExport::gplOnly)
                .extracting(KernelExport::name)
                .contains("klp_enable_patch");
    }

    private static Booted boot(String release) throws IOException, InterruptedException {
        Booted booted = BOOTED.get(release);
        if (booted == null) {
            booted = bootOnce(release);
            BOOTED.put(release, booted);
        }
        return booted;
    }

    private static Booted bootOnce(String pattern) throws IOException, InterruptedException {
        KernelCache cache = KernelCache.of(System.getenv());
        List<String> missing = HostTools.missingFor(Machine.X86_64);
        Requires.that(missing.isEmpty(), String.join("; ", missing));
        String release = cache.debianReleases().stream()
                .filter(name -> name.matches(pattern))
                .max(Comparator.naturalOrder())
                .orElse("");
        Requires.that(!release.isEmpty(), "no kernel " + pattern + " in " + cache.root());
        System.out.println("StockKernelIT boots " + release);

        BootKernel kernel = cache.debian(release);
        BootResult result = Boot.of(kernel)
                .withKernelParameters("nokaslr")
                .with(
                        Step.command("echo 0 >/proc/sys/kernel/kptr_restrict; cat /proc/kallsyms"),
                        Step.command("mkdir -p /t && mount -t tracefs t /t && cat /t/available_filter_functions"))
                .run();
        assertThat(result.end()).isEqualTo(BootEnd.FINISHED);
        // Lines of modules name them: "address type name\t[module]".
        return new Booted(
                Vmlinux.read(kernel.image()),
                result.steps()
                        .get(0)
                        .output()
                        .lines()
                        .filter(line -> !line.endsWith("]"))
                        .toList(),
                result.steps()
                        .get(1)
                        .output()
                        .lines()
                        .filter(line -> !line.endsWith("]"))
                        .toList());
    }
}
