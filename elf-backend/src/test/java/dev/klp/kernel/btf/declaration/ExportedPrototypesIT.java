package dev.klp.kernel.btf.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.StockKernel;
import dev.klp.kernel.symvers.ExportedSymbol;
import dev.klp.kernel.symvers.ModuleSymvers;
import dev.klp.testing.KernelCache;
import dev.klp.testing.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every exported function that the installed headers declare, the prototype in BTF is the one in the header: the
 * kernel's own compiler flags, one unit, one static assertion per function.
 *
 * <p>{@code headers.txt} names the headers, {@code prototype-exceptions.txt} the functions for which this does not hold.
 */
@SuppressWarnings("SystemOut")
final class ExportedPrototypesIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static List<String> releases() throws Exception {
        return KernelBuild.releases();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void prototypesAreThoseOfTheHeaders(String release) throws Exception {
        StockKernel kernel = StockKernel.read(release);
        KernelBuild build = KernelBuild.of(release, folder);
        String includes = includes();
        Set<String> declared = build.declaredFunctions("unit", includes);
        Exports exports = new Exports(kernel, build);
        Map<String, PrototypePin> pins = new TreeMap<>();
        for (ExportedSymbol symbol : exports.symbols()) {
            @Nullable PrototypePin pin = declared.contains(symbol.name()) ? exports.pin(symbol) : null;
            if (pin != null) {
                pins.put(symbol.name(), pin);
            }
        }
        Map<String, String> exceptions = exceptions(release);
        System.out.printf(
                "%s: %d exported symbols, %d of them functions with BTF that the headers declare%n",
                release, exports.symbols().size(), pins.size());
        assertThat(pins.size()).isGreaterThan(1000);

        AssertionUnit unit = new AssertionUnit(build, includes, pins);
        compare("typeof(&f)", unit.pointerMismatches(), exceptions, pins.keySet());
        // What gcc keeps in the function type beside the prototype does not concern the pins.
        exceptions.values().removeIf(reason -> reason.startsWith("attribute"));
        compare("pins", unit.pinMismatches(), exceptions, pins.keySet());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyUnitOfAModuleKnowsTheTypedefsThatPinsKeep(String release) throws Exception {
        StringBuilder unit = new StringBuilder("#include <linux/types.h>\n");
        LinuxTypes.names().forEach(name -> unit.append("extern " + name + " object_" + name + ";\n"));

        assertThat(KernelBuild.of(release, folder).compile("typedefs", unit.toString(), ""))
                .isEmpty();
    }

    private static void compare(
            String what, Map<String, String> mismatches, Map<String, String> exceptions, Set<String> compared) {
        System.out.printf("%s: %d differ, %d exceptions are listed%n", what, mismatches.size(), exceptions.size());
        Map<String, String> unlisted = new TreeMap<>(mismatches);
        unlisted.keySet().removeAll(exceptions.keySet());
        assertThat(unlisted)
                .as("functions whose prototype differs without a listed reason")
                .isEmpty();
        Set<String> needless = new TreeSet<>(exceptions.keySet());
        needless.retainAll(compared);
        needless.removeAll(mismatches.keySet());
        assertThat(needless).as("listed exceptions that are none").isEmpty();
    }

    private static String includes() throws IOException {
        StringBuilder includes = new StringBuilder();
        for (String header : Resources.lines(ExportedPrototypesIT.class, "headers.txt")) {
            includes.append("#if __has_include(<%1$s>)%n#include <%1$s>%n#endif%n".formatted(header));
        }
        return includes.toString();
    }

    /** The listed functions of a release, each with its reason. */
    private static Map<String, String> exceptions(String release) throws IOException {
        Map<String, String> exceptions = new TreeMap<>();
        for (String line : Resources.lines(ExportedPrototypesIT.class, "prototype-exceptions.txt")) {
            String[] fields = line.split(" ", 3);
            assertThat(fields).as("'kernels function reason' in the list").hasSize(3);
            for (String kernel : fields[0].split(",")) {
                if (release.startsWith(kernel + ".")) {
                    exceptions.put(fields[1], fields[2]);
                }
            }
        }
        return exceptions;
    }

    /** What the kernel and its modules export, with the types that their BTF gives. */
    private static final class Exports {
        private final StockKernel kernel;
        private final ModuleSymvers symvers;
        private final Map<String, Path> modules = new HashMap<>();
        private final Map<String, Btf> btfs = new HashMap<>();

        Exports(StockKernel kernel, KernelBuild build) throws IOException {
            this.kernel = kernel;
            this.symvers = ModuleSymvers.read(List.of(build.headers().resolve("Module.symvers")));
            btfs.put("vmlinux", kernel.btf());
            Path folder = KernelCache.debian().resolve(kernel.release()).resolve("lib/modules");
            for (Path file : KernelCache.modulesBelow(folder)) {
                String name = file.getFileName().toString();
                modules.put(name.substring(0, name.length() - ".ko".length()).replace('-', '_'), file);
            }
        }

        Collection<ExportedSymbol> symbols() {
            return symvers.symbols();
        }

        @Nullable
        PrototypePin pin(ExportedSymbol symbol) throws IOException {
            @Nullable Btf btf = btf(symbol.exporter());
            int[] functions = btf == null ? new int[0] : btf.functions(symbol.name());
            return btf == null || functions.length == 0 ? null : PrototypePin.of(btf, functions);
        }

        private @Nullable Btf btf(String exporter) throws IOException {
            Path file = modules.get(exporter);
            if (!btfs.containsKey(exporter) && file != null) {
                btfs.put(exporter, kernel.module(file));
            }
            return btfs.get(exporter);
        }
    }
}
