package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.cli.CommandLineRun;
import dev.klp.testing.ObjectFile;
import dev.klp.testing.Program;
import dev.klp.testing.Readelf;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversions of every dialect, each compared with the table in its folder: sets of object, target section, offset, type, symbol
 * and addend. A folder's assembly files are linked to one module.
 */
class DialectTablesTest {
    @TempDir
    Path folder;

    private Path symvers;

    @BeforeEach
    void writeSymvers() throws IOException {
        symvers =
                Files.writeString(folder.resolve("Module.symvers"), "0x00000001\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n");
    }

    private static Path cases() {
        try {
            return Path.of(Objects.requireNonNull(DialectTablesTest.class.getResource("dialects"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(cases())) {
            List<String> names = folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            return names.stream();
        }
    }

    private Path built(String name) throws IOException {
        String info = ObjectFile.assembleModule(folder, "info.o", "").toString();
        List<String> link = new ArrayList<>(List.of("ld", "-r", "-o", "in.ko", info));
        try (Stream<Path> sources = Files.list(cases().resolve(name))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".s"))
                    .sorted()
                    .toList()) {
                String object = source.getFileName() + ".o";
                Program.output(folder, "as", "--64", "-I", cases().toString(), "-o", object, source.toString());
                link.add(object);
            }
        }
        Program.output(folder, link.toArray(String[]::new));
        return folder.resolve("in.ko");
    }

    private Path converted(Path input, String to) throws IOException {
        Path output = folder.resolve(to);
        CommandLineRun run = CommandLineRun.of(
                "convert", "--symbols", symvers.toString(), "-o", output.toString(), input.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return output;
    }

    @ParameterizedTest
    @MethodSource("names")
    void convertsToTheExpectedTable(String name) throws IOException {
        Path output = converted(built(name), "out.ko");
        assertThat(LivepatchTable.of(output))
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(cases().resolve(name).resolve("expected.txt")));
        LivepatchTable.assertSound(output);
        assertNothingLeft(Readelf.of(output));
        assertThat(converted(output, "again.ko")).hasSameBinaryContentAs(output);
    }

    private static void assertNothingLeft(Readelf readelf) {
        assertThat(readelf.sections())
                .extracting(Readelf.Section::name)
                .noneMatch(section -> section.contains("__klp_relocs")
                        || section.contains(".klp.module_relocs")
                        || section.matches("(\\.rela)?\\.kpatch\\.(symbols|relocations|arch)"));
        assertThat(readelf.symbols())
                .extracting(Readelf.Symbol::name)
                .noneMatch(symbol -> symbol.startsWith(".klp.tombstone.")
                        || symbol.endsWith("_array")
                        || symbol.contains("never_used"));
    }

    @Test
    void objtoolsSymbolsStayWeakAndKeepTheirTypes() throws IOException {
        assertThat(livepatchSymbols("objtool"))
                .containsExactlyInAnyOrder(
                        "WEAK FUNC .klp.sym.vmlinux.type_show,3",
                        "WEAK OBJECT .klp.sym.vmlinux.nr_threads,0",
                        "WEAK NOTYPE .klp.sym.loop.max_part,0");
    }

    @Test
    void kpatchsSymbolsHaveTheBindingAndTypeOfTheKernel() throws IOException {
        assertThat(livepatchSymbols("kpatch"))
                .containsExactlyInAnyOrder(
                        "LOCAL FUNC .klp.sym.vmlinux.type_show,3",
                        "LOCAL OBJECT .klp.sym.loop.max_part,0",
                        "GLOBAL OBJECT .klp.sym.vmlinux.nr_threads,0",
                        "GLOBAL FUNC .klp.sym.net_failover.net_failover_create,0");
    }

    @Test
    void whatTheModulesOwnCodeReadsStays() throws IOException {
        assertThat(sections("kpatch")).contains(".kpatch.strings", ".kpatch.funcs", ".rela.kpatch.funcs");
        assertThat(sections("objtool")).contains(".init.klp_objects", ".rela.init.klp_objects", ".rodata.klp.str1.1");
    }

    private List<String> livepatchSymbols(String name) throws IOException {
        return Readelf.of(converted(built(name), "out.ko")).symbols().stream()
                .filter(symbol -> symbol.name().startsWith(".klp.sym."))
                .map(symbol -> symbol.binding() + " " + symbol.type() + " " + symbol.name())
                .toList();
    }

    private List<String> sections(String name) throws IOException {
        return Readelf.of(converted(built(name), "out.ko")).sections().stream()
                .map(Readelf.Section::name)
                .toList();
    }
}
