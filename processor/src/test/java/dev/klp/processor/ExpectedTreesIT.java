package dev.klp.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.image.ElfReader;
import dev.klp.kernel.symvers.ModuleSymvers;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.ModuleFile;
import dev.klp.livepatch.TargetVersion;
import dev.klp.livepatch.convert.Conversion;
import dev.klp.livepatch.convert.ConversionTarget;
import dev.klp.livepatch.convert.Converter;
import dev.klp.livepatch.convert.Exports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every tree that a case expects is compiled with the headers of a real kernel and converted. kbuild is called once: a goal
 * {@code folder/module.ko} for each tree, because several have modules of one name, which the goal {@code modules} refuses.
 */
class ExpectedTreesIT {
    private static final Path INSTALLED = Path.of("/lib/modules");

    @TempDir
    Path build;

    @ParameterizedTest
    @ValueSource(strings = {"6.1", "6.12"})
    void isCompiledAndConverted(String version) throws Exception {
        Path headers = headers(version);
        TargetVersion kernel = Objects.requireNonNull(TargetVersion.parse(version));
        List<String> modules = new ArrayList<>();
        StringBuilder folders = new StringBuilder();
        for (ExpectedTree tree : ExpectedTree.all()) {
            for (String release : tree.releasesFor(kernel)) {
                String folder = tree.name() + (release.isEmpty() ? "" : "-" + release);
                tree.copy(release, build.resolve(folder));
                folders.append("obj-m += ").append(folder).append("/\n");
                modules.add(folder + "/" + tree.module() + ".ko");
            }
        }
        Files.writeString(build.resolve("Kbuild"), folders);

        String log = make(headers, modules);

        assertThat(modules).hasSizeGreaterThan(25);
        assertThat(modules.stream().filter(module -> !Files.exists(build.resolve(module))))
                .as("not built with the headers of %s:%n%s", version, log)
                .isEmpty();
        assertThat(unconvertible(modules, headers)).isEmpty();
    }

    /** What the converter says of those that it refuses. */
    private TreeMap<String, Conversion> unconvertible(List<String> modules, Path headers) throws IOException {
        Exports exports = new Exports.Listed(ModuleSymvers.read(List.of(headers.resolve("Module.symvers"))));
        TreeMap<String, Conversion> unconvertible = new TreeMap<>();
        for (String module : modules) {
            Conversion conversion = Converter.convert(
                    KernelModule.of(ElfReader.read(ModuleFile.read(build.resolve(module)))),
                    new ConversionTarget(exports, null, null, Set.of()));
            if (!(conversion instanceof Conversion.Converted || conversion instanceof Conversion.Unchanged)) {
                unconvertible.put(module, conversion);
            }
        }
        return unconvertible;
    }

    /** What the compiler said; an undefined symbol is a warning, as it is for the tree's own Makefile. */
    private String make(Path headers, List<String> goals) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("make", "-s", "-k", "-j2", "-C", headers.toString(), "M=" + build, "KBUILD_MODPOST_WARN=1"));
        command.addAll(goals);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Maven itself may have been started by make.
        builder.environment().keySet().removeAll(List.of("MAKEFLAGS", "MAKELEVEL", "MFLAGS"));
        Process process = builder.start();
        process.getOutputStream().close();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return log;
    }

    private static Path headers(String version) throws IOException {
        List<Path> found = List.of();
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> releases = Files.list(INSTALLED)) {
                found = releases.filter(
                                release -> release.getFileName().toString().startsWith(version + "."))
                        .map(release -> release.resolve("build"))
                        .filter(headers -> Files.exists(headers.resolve("Module.symvers")))
                        .sorted()
                        .toList();
            }
        }
        if (found.isEmpty()) {
            String reason =
                    "no headers of a kernel " + version + " below " + INSTALLED + " (examples/check installs them)";
            assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
            Assumptions.abort(reason);
        }
        return found.get(found.size() - 1);
    }
}
