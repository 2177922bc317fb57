package dev.klp.kernel.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SourceKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.index.MappedKernelIndex;
import dev.klp.testing.ObjectFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelIndexerTest {
    private static final String DUMP = "ffffffff81000000 T printk\nffffffff81000010 t same\nffffffff81000020 d same\n"
            + "ffffffffc0000000 t from_dump\t[twin_module]\nffffffffc0001000 t in_loop\t[loop]\n";

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private KernelIndex index(Path... sources) throws IOException {
        Path file = folder.resolve("index");
        new KernelIndexer(IndexProgress.NONE, warnings::add).index(List.of(sources), null, file);
        return MappedKernelIndex.open(file);
    }

    private static String module(String release) {
        return """
                .section .modinfo, "a"
                .asciz "name=twin_module"
                .asciz "vermagic=%s SMP"
                .text
                .type traced, @function
                traced: ret
                """.formatted(release);
    }

    @Test
    void readsADumpOfKallsyms() throws IOException {
        KernelIndex index = index(write("dump", DUMP));

        assertThat(index.vmlinux().orElseThrow().order()).isEqualTo(SymbolOrder.KERNEL);
        assertThat(index.vmlinux().orElseThrow().symbols("same"))
                .extracting(KernelSymbol::traceability)
                .containsExactly(Traceability.UNKNOWN, Traceability.NOT_A_FUNCTION);
        assertThat(index.objects()).extracting(KernelObject::name).containsExactly("loop", "twin_module", "vmlinux");
        assertThat(index.sources()).extracting(IndexedSource::kind).containsExactly(SourceKind.KALLSYMS_DUMP);
    }

    @Test
    void saysThatASystemMapCannotOrderSymbolsAtOneAddress() throws IOException {
        KernelIndex index = index(write("map", "ffffffff81000000 T a\nffffffff81000000 T b\n"));

        assertThat(index.vmlinux().orElseThrow().order()).isEqualTo(SymbolOrder.ADDRESS);
    }

    @Test
    void readsSymbolsKlp() throws IOException {
        KernelIndex index =
                index(write("klp", "klp-convert-symbol-data.0.1\n*vmlinux\n__ksymtab_printk\nprintk\ntwice\ntwice\n"));

        assertThat(index.vmlinux().orElseThrow().order()).isEqualTo(SymbolOrder.COUNT_ONLY);
        assertThat(index.symbols("twice")).hasSize(2);
        assertThat(index.exports("printk")).hasSize(1);
    }

    @Test
    void believesAModuleMoreThanWhatWasSeenOfItInMemory() throws IOException {
        Path module = ObjectFile.assemble(folder, "any-name", module("6.1.0"));
        KernelIndex index = index(write("dump", DUMP), module, write("map", "ffffffff81000000 T other\n"));

        assertThat(index.object("twin_module").orElseThrow().symbols("traced")).hasSize(1);
        assertThat(index.object("twin_module").orElseThrow().symbols("from_dump"))
                .isEmpty();
        assertThat(index.symbols("other")).isEmpty();
        assertThat(index.release()).contains("6.1.0");
        assertThat(index.architecture()).contains("x86_64");
    }

    @Test
    void findsModulesInAFolderWhateverTheyArePackedWith() throws IOException {
        Path modules = Files.createDirectories(folder.resolve("modules/kernel"));
        Path plain = ObjectFile.assemble(folder, "plain", module("6.1.0"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(modules.resolve("twin-module.ko.gz")))) {
            Files.copy(plain, out);
        }
        Files.createSymbolicLink(modules.resolve("link.ko"), plain);
        Files.writeString(folder.resolve("modules/modules.builtin"), "kernel/i2c-core.ko\n");
        KernelIndex index = index(folder.resolve("modules"));

        assertThat(index.objects()).extracting(KernelObject::name).containsExactly("twin_module");
        assertThat(index.object("twin_module").orElseThrow().path()).contains("kernel/twin-module.ko.gz");
        assertThat(index.lookup("i2c_core")).hasFieldOrPropertyWithValue("path", "kernel/i2c-core.ko");
        assertThat(warnings).singleElement().asString().contains("no source holds the symbols of vmlinux");
    }

    @Test
    void takesTheUpdateOfTwoFilesOfOneModule() throws IOException {
        Path kernel = Files.createDirectories(folder.resolve("modules/kernel"));
        Path updates = Files.createDirectories(folder.resolve("modules/updates"));
        Path plain = ObjectFile.assemble(folder, "plain", module("6.1.0"));
        Files.copy(plain, kernel.resolve("twin.ko"));
        Files.copy(plain, updates.resolve("twin.ko"));
        KernelIndex index = index(folder.resolve("modules"), write("dump", DUMP));

        assertThat(index.object("twin_module").orElseThrow().path()).contains("updates/twin.ko");
        assertThat(warnings)
                .containsExactly("two files are the object 'twin_module': updates/twin.ko is indexed, kernel/twin.ko is"
                        + " left out");
    }

    @Test
    void knowsChecksumsOnlyFromModuleSymvers() throws IOException {
        KernelIndex index = index(
                write("klp", "klp-convert-symbol-data.0.1\n*vmlinux\n__ksymtab_printk\nprintk\n"),
                write("symvers", "0x12345678\tprintk\tvmlinux\tEXPORT_SYMBOL_GPL\tNS\n"));

        assertThat(index.exports("printk"))
                .singleElement()
                .satisfies(export -> assertThat(export.crc()).hasValue(0x12345678))
                .satisfies(export -> assertThat(export.gplOnly()).isTrue())
                .satisfies(export -> assertThat(export.namespace()).isEqualTo("NS"));
    }

    /** Split BTF with the string that follows those of its base. */
    private static final String SPLIT_BTF = """
            .section .BTF, ""
            .short 0xeb9f
            .byte 1, 0
            .long 24, 0, 0, 0, 4
            .asciz "own"
            """;

    @Test
    void takesAModuleWithoutTheKernelThatItsTypesStandOn() throws IOException {
        KernelIndex index = index(ObjectFile.assemble(folder, "alone", module("6.1.0") + SPLIT_BTF));

        assertThat(index.object("twin_module").orElseThrow().symbols("traced"))
                .singleElement()
                .satisfies(symbol -> assertThat(symbol.declarations()).isEmpty());
    }

    @Test
    void missesASourceBeforeItReadsTheOthers() throws IOException {
        Path dump = write("dump", DUMP);

        assertThatThrownBy(() -> index(dump, folder.resolve("nothing"))).isInstanceOf(NoSuchFileException.class);
        assertThat(warnings).isEmpty();
    }

    @Test
    void refusesFilesOfTwoKernels() throws IOException {
        Path first = ObjectFile.assemble(folder, "first", module("6.1.0"));
        Path second = ObjectFile.assemble(folder, "second", module("6.12.0"));

        assertThatThrownBy(() -> index(first, second))
                .isInstanceOf(KernelFormatException.class)
                .hasMessageContaining("is of kernel 6.12.0, but")
                .hasMessageContaining("is of 6.1.0: an index holds one kernel");
    }

    @Test
    void refusesWhatIsNoSource() throws IOException {
        index(write("dump", DUMP));
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() -> index(folder.resolve("index"))).hasMessageContaining("is an index already");
        assertThatThrownBy(() -> index(empty)).hasMessageContaining("there is no module (.ko) in this folder");
        assertThatThrownBy(() -> index(write("junk", "hello\n"))).hasMessageContaining("not a kernel image");
    }

    @Test
    void tellsWhichSourcesChanged() throws IOException {
        Path modules = Files.createDirectories(folder.resolve("modules"));
        Path module = modules.resolve("twin.ko");
        Files.copy(ObjectFile.assemble(folder, "plain", module("6.1.0")), module);
        Path config = write("config", "CONFIG_A=y\n");
        Path dump = write("dump", DUMP);
        KernelIndex index = index(modules, config, dump);
        assertThat(SourceCheck.changes(index)).isEmpty();

        write("config", "CONFIG_A=m\n");
        Files.delete(dump);
        Files.copy(module, modules.resolve("new.ko"));

        assertThat(SourceCheck.changes(index))
                .containsExactlyInAnyOrder(
                        config.toRealPath() + " has changed",
                        dump.toAbsolutePath() + " is gone",
                        modules.toRealPath() + " has other modules: 2, had 1");
    }
}
