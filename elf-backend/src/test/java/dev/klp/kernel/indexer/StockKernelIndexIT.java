package dev.klp.kernel.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionHeader;
import dev.klp.kernel.Export;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.KernelVersion;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.ObjectLookup;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.compression.Compression;
import dev.klp.kernel.compression.Limit;
import dev.klp.kernel.index.MappedKernelIndex;
import dev.klp.kernel.kallsyms.Kallsyms;
import dev.klp.kernel.symvers.ExportedSymbol;
import dev.klp.kernel.symvers.ModuleSymvers;
import dev.klp.kernel.vmlinux.Vmlinux;
import dev.klp.testing.Program;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole kernels of Debian's: what the index says must be what their files say to other programs. */
class StockKernelIndexIT {
    private static final String AMD64 = "6\\.1\\..*-\\d+-amd64";
    /** Every n-th module is compared, and so a few hundred of thousands. */
    private static final int STEP = 40;

    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    private Path folder;

    static Stream<String> kernels() {
        return Stream.of(
                AMD64,
                "6\\.12\\..*-cloud-amd64",
                "6\\.1\\..*-s390x",
                "6\\.1\\..*-powerpc64le",
                "6\\.1\\..*-cloud-arm64");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void symbolsOfModulesAreThoseOfNmInTheOrderOfTheTable(String pattern) throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(pattern);
        List<Path> modules = kernel.modules();
        int compared = 0;
        for (int i = 0; i < modules.size(); i += STEP) {
            KernelObject object = indexed(kernel, modules.get(i));
            List<String> ours = object.symbols()
                    .filter(symbol -> symbol.kind() != SymbolKind.FILE)
                    .map(symbol -> symbol.name() + " " + Long.toHexString(symbol.address()))
                    .toList();
            assertThat(ours).as(modules.get(i).toString()).isEqualTo(nm(unpacked(modules.get(i))));
            compared += ours.size();
        }
        System.out.println(
                kernel.release() + ": " + compared + " symbols of every " + STEP + "th module as nm lists them");
        assertThat(compared).isGreaterThan(100);
    }

    /**
     * What nm lists without sorting ({@code -p}), marks of the assembler included; it leaves out sections and files. It adds the
     * address of the section, which the kernel's linker script leaves in some modules and which means nothing there.
     */
    private static List<String> nm(Path module) throws IOException {
        ElfFile file = ElfFile.read(module);
        return Program.output("nm", "-p", "-f", "sysv", "--special-syms", module.toString())
                .lines()
                .map(line -> line.split("\\|", -1))
                .filter(fields -> fields.length == 7 && !fields[1].isBlank())
                .map(fields -> fields[0].strip() + " " + Long.toHexString(offset(file, fields)))
                .toList();
    }

    private static long offset(ElfFile file, String[] fields) {
        long value = Long.parseUnsignedLong(fields[1].strip(), 16);
        try {
            SectionHeader section = file.firstNamed(fields[6].strip());
            return section == null ? value : value - section.address();
        } catch (ElfFormatException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KernelObject indexed(IndexedKernel kernel, Path module) {
        ObjectLookup lookup = kernel.index().lookup(String.valueOf(module.getFileName()));
        assertThat(lookup).as(module.toString()).isInstanceOf(ObjectLookup.Indexed.class);
        return ((ObjectLookup.Indexed) lookup).object();
    }

    /** A module's file without compression. */
    private Path unpacked(Path module) throws IOException {
        byte[] bytes = Files.readAllBytes(module);
        Compression compression = Compression.at(bytes, 0);
        return compression == null
                ? module
                : Files.write(
                        folder.resolve("module.ko"),
                        compression.unpack(module.toString(), bytes, 0, bytes.length, Limit.DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everyModuleIsAnObjectUnderTheNameThatItSaysItself(String pattern) throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(pattern);
        Requires.program("modinfo");
        List<Path> hyphenated = kernel.modules().stream()
                .filter(module -> String.valueOf(module.getFileName()).contains("-"))
                .toList();

        assertThat(kernel.index().objects()).hasSize(kernel.modules().size() + 1);
        assertThat(kernel.index().release()).contains(kernel.release());
        assertThat(hyphenated).isNotEmpty();
        for (int i = 0; i < hyphenated.size(); i += STEP) {
            KernelObject object = indexed(kernel, hyphenated.get(i));
            assertThat(object.name()).isEqualTo(modinfo(hyphenated.get(i), "name"));
            assertThat(String.join(",", object.dependencies()))
                    .isEqualTo(modinfo(hyphenated.get(i), "depends").replace('-', '_'));
            assertThat(object.vermagic().orElseThrow().strip()).isEqualTo(modinfo(hyphenated.get(i), "vermagic"));
        }
    }

    private static String modinfo(Path module, String field) throws IOException {
        return Program.output("modinfo", "-F", field, module.toString()).strip();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void vmlinuxHasTheSymbolsOfTheImageInTheirOrder(String pattern) throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(pattern);
        Kallsyms symbols = Vmlinux.read(kernel.image()).symbols();
        KernelObject vmlinux = kernel.index().vmlinux().orElseThrow();
        Map<String, Integer> positions = new HashMap<>();

        assertThat(vmlinux.kind()).isEqualTo(ObjectKind.VMLINUX);
        assertThat(vmlinux.symbolCount()).isEqualTo(symbols.size());
        int index = 0;
        for (KernelSymbol symbol : (Iterable<KernelSymbol>) vmlinux.symbols()::iterator) {
            String name = symbols.name(index);
            int position = positions.merge(name, 1, Integer::sum);
            if (!symbol.name().equals(name)
                    || symbol.address() != symbols.address(index)
                    || symbol.type() != symbols.type(index)
                    || symbol.position() != position) {
                throw new AssertionError("symbol " + index + " is " + symbol + ", not " + name + "," + position);
            }
            index++;
        }
        long repeated = positions.values().stream().filter(count -> count > 1).count();
        System.out.println(kernel.release() + ": " + index + " symbols of vmlinux, " + repeated + " names repeated");
        assertThat(repeated).isPositive();
    }

    @Test
    void exportsAreThoseOfModuleSymvers() throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(AMD64);
        Path symvers = Requires.path(
                Path.of("/usr/src/linux-headers-" + kernel.release(), "Module.symvers"), "install linux-headers-amd64");
        List<String> wrong = new ArrayList<>();
        for (ExportedSymbol expected : ModuleSymvers.read(List.of(symvers)).symbols()) {
            boolean found = kernel.index().exports(expected.name()).stream()
                    .anyMatch(export -> export.exporter().equals(expected.exporter())
                            && export.gplOnly() == expected.gplOnly()
                            && export.namespace().equals(expected.namespace())
                            && export.crc().orElse(0) == expected.crc());
            if (!found) {
                wrong.add(expected + " but " + kernel.index().exports(expected.name()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void modulesAndImageSayThemselvesWhatTheyExport() throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(AMD64);
        Path symvers = Requires.path(
                Path.of("/usr/src/linux-headers-" + kernel.release(), "Module.symvers"), "install linux-headers-amd64");
        Path file = folder.resolve("alone.klpindex");
        new KernelIndexer(IndexProgress.NONE, warning -> {})
                .index(List.of(kernel.image(), kernel.modulesFolder()), null, file);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        try (var alone = MappedKernelIndex.open(file)) {
            for (ExportedSymbol expected : ModuleSymvers.read(List.of(symvers)).symbols()) {
                // Exports of what was linked into vmlinux carry no checksum there.
                boolean withCrc = !expected.exporter().equals("vmlinux");
                for (Export export : alone.exports(expected.name())) {
                    compared++;
                    if (export.gplOnly() != expected.gplOnly()
                            || !export.namespace().equals(expected.namespace())
                            || (withCrc
                                    && export.exporter().equals(expected.exporter())
                                    && export.crc().orElse(0) != expected.crc())) {
                        wrong.add(expected + " but " + export);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(10_000);
    }

    @Test
    void configurationIsTheOneInBoot() throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(AMD64);
        Path config = kernel.folder().resolve("boot/config-" + kernel.release());
        for (String line : Files.readAllLines(config, StandardCharsets.UTF_8)) {
            int equals = line.indexOf('=');
            if (line.startsWith("CONFIG_") && equals > 0) {
                assertThat(kernel.index().config(line.substring(0, equals))).contains(line.substring(equals + 1));
            }
        }
        assertThat(kernel.index().config("CONFIG_THAT_NOBODY_HAS")).contains("n");
        assertThat(kernel.index().configOptions())
                .doesNotContain("CONFIG_THAT_NOBODY_HAS")
                .contains("CONFIG_LIVEPATCH", "CONFIG_KERNEL_GZIP");
    }

    @Test
    void sourceVersionIsTheOneThatModulesAreCompiledWith() throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(AMD64);
        Path headers = Path.of("/lib/modules", kernel.release(), "build/include/generated/uapi/linux/version.h");
        if (!Files.exists(headers)) {
            assertThat(System.getenv("CI")).as("no %s", headers).isNotEqualTo("true");
            Assumptions.abort("no " + headers);
        }
        String version = Files.readString(headers);
        KernelVersion found = kernel.index().sourceVersion().orElseThrow();
        assertThat(version.lines())
                .contains("#define LINUX_VERSION_CODE "
                        + (found.version() << 16 | found.patchLevel() << 8 | found.sublevel()));
        assertThat(found.sublevel()).as("not that of the release").isNotZero();
    }

    @Test
    void builtInModulesAreThoseOfTheKernelsOwnList() throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(AMD64);
        List<String> paths =
                Files.readAllLines(kernel.modulesFolder().resolve("modules.builtin"), StandardCharsets.UTF_8);
        assertThat(paths)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(kernel.index().lookup(path))
                        .isInstanceOfSatisfying(
                                ObjectLookup.BuiltIn.class,
                                builtIn -> assertThat(builtIn.path()).isEqualTo(path)));
    }

    @Test
    void theFileIsSmallAndTheSameEachTime() throws IOException {
        IndexedKernel kernel = IndexedKernel.matching(AMD64);
        Path again = folder.resolve("again.klpindex");
        List<Path> sources = KernelFiles.unpacked(kernel.folder(), kernel.release(), note -> {});
        new KernelIndexer(IndexProgress.NONE, warning -> {}).index(sources, kernel.release(), again);

        assertThat(Files.size(kernel.file())).isLessThan(MOST_BYTES);
        assertThat(again).hasSameBinaryContentAs(kernel.file());
        assertThat(SourceCheck.changes(kernel.index())).isEmpty();
    }
}
