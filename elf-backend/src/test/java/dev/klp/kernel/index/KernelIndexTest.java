package dev.klp.kernel.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.Export;
import dev.klp.kernel.IndexedSource;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.KernelVersion;
import dev.klp.kernel.ObjectLookup;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelIndexTest {
    @TempDir
    private Path folder;

    private KernelIndex index;
    private KernelObject vmlinux;

    @BeforeEach
    void writeIndex() throws IOException {
        index = write(SmallKernel.contents());
        vmlinux = index.vmlinux().orElseThrow();
    }

    private KernelIndex write(KernelContents contents) throws IOException {
        Path file = folder.resolve("index");
        IndexWriter.write(contents, file);
        return MappedKernelIndex.open(file);
    }

    @Test
    void tellsOfTheKernel() {
        assertThat(index.release()).contains("6.1.0-test");
        assertThat(index.architecture()).contains("x86_64");
        assertThat(index.version(0)).hasValue(6);
        assertThat(index.version(1)).hasValue(1);
        assertThat(index.version(3)).isEmpty();
        assertThat(index.config("CONFIG_LIVEPATCH")).contains("y");
        assertThat(index.config("CONFIG_LOCALVERSION")).contains("\"-test\"");
        assertThat(index.config("CONFIG_NOT_SET")).contains("n");
        assertThat(index.configOptions()).containsExactly("CONFIG_LIVEPATCH", "CONFIG_LOCALVERSION", "CONFIG_OFF");
        assertThat(index.sourceVersion()).contains(new KernelVersion(6, 1, 192));
        assertThat(index.sources())
                .singleElement()
                .extracting(IndexedSource::path, IndexedSource::sizeBytes, IndexedSource::sha256)
                .containsExactly("/boot/vmlinuz", 8_000_000_000L, "ab".repeat(32));
    }

    @Test
    void countsPositionsOverFunctionsAndData() {
        List<KernelSymbol> symbols = vmlinux.symbols("name_show");

        assertThat(symbols).extracting(KernelSymbol::position).containsExactly(1, 2, 3);
        assertThat(symbols)
                .extracting(KernelSymbol::kind)
                .containsExactly(SymbolKind.FUNCTION, SymbolKind.FUNCTION, SymbolKind.DATA);
        assertThat(symbols)
                .extracting(KernelSymbol::address)
                .containsExactly(0xffffffff81000010L, 0xffffffff81000040L, 0xffffffff82000000L);
        assertThat(symbols).allMatch(symbol -> symbol.occurrences() == 3);
    }

    @Test
    void countsPositionsOfAModuleInTheOrderOfItsTable() {
        List<KernelSymbol> symbols = index.object("twin_module").orElseThrow().symbols("twin");

        assertThat(symbols).extracting(KernelSymbol::address).containsExactly(0x10L, 0x20L, 0L);
        assertThat(symbols)
                .extracting(symbol -> symbol.section().orElseThrow())
                .containsExactly(".init.text", ".text", ".text");
    }

    @Test
    void tellsWhichPositionsAnInitHomonymMoves() {
        List<KernelSymbol> symbols = index.object("twin_module").orElseThrow().symbols("twin");

        assertThat(symbols.get(0).livePosition()).isEmpty();
        assertThat(symbols.get(1).livePosition()).hasValue(1);
        assertThat(symbols.get(2).livePosition()).hasValue(2);
    }

    @Test
    void neighboursAreByAddressAndNeitherAliasesNorPaddings() {
        KernelSymbol second = vmlinux.symbols("name_show").get(1);

        assertThat(second.aliases()).containsExactly("name_alias");
        assertThat(second.previous().orElseThrow().name()).isEqualTo("printk");
        assertThat(second.next().orElseThrow().name()).isEqualTo("do_sysinfo.isra.0");
        assertThat(vmlinux.around(second, 2, 2))
                .extracting(KernelSymbol::name)
                .containsExactly("name_show", "printk", "name_show", "name_alias", "do_sysinfo.isra.0");
    }

    @Test
    void neighboursEndWithTheSection() {
        KernelObject module = index.object("twin_module").orElseThrow();
        List<KernelSymbol> twins = module.symbols("twin");

        assertThat(twins.get(2).previous()).isEmpty();
        assertThat(twins.get(2).next()).contains(twins.get(1));
        assertThat(twins.get(0).next()).isEmpty();
        assertThat(module.symbols("last").get(0).next()).isEmpty();
    }

    @Test
    void findsTheClonesThatACompilerMade() {
        assertThat(vmlinux.symbols("do_sysinfo")).isEmpty();
        assertThat(vmlinux.clones("do_sysinfo")).extracting(KernelSymbol::name).containsExactly("do_sysinfo.isra.0");
    }

    @Test
    void findsWhatAWrongNameIsNearTo() {
        assertThat(vmlinux.nearest("nmae_show")).containsExactly("name_show");
        assertThat(vmlinux.nearest("completely_different")).isEmpty();
    }

    @Test
    void completesNames() {
        assertThat(vmlinux.complete("name_", 10)).containsExactly("name_alias", "name_show");
        assertThat(vmlinux.complete("name_", 1)).containsExactly("name_alias");
        assertThat(vmlinux.complete("twin", 10)).isEmpty();
        assertThat(index.complete("t", 10)).containsExactly("twin");
        assertThat(index.complete("zzzz", 10)).isEmpty();
    }

    @Test
    void findsANameInEveryObject() {
        assertThat(index.symbols("twin"))
                .extracting(symbol -> symbol.object().name())
                .containsOnly("twin_module")
                .hasSize(3);
        assertThat(index.symbols("nothing")).isEmpty();
    }

    @Test
    void readsNamesOfObjectsInAnySpelling() {
        assertThat(index.lookup("drivers/twin-module.ko.xz"))
                .isEqualTo(new ObjectLookup.Indexed(index.object("twin_module").orElseThrow()));
        assertThat(index.lookup("i2c-core"))
                .isEqualTo(new ObjectLookup.BuiltIn("i2c_core", "kernel/drivers/i2c/i2c-core.ko"));
        assertThat(index.lookup("zsmaloc")).isEqualTo(new ObjectLookup.Unknown(List.of("zsmalloc")));
    }

    @Test
    void followsDependencies() {
        assertThat(index.object("outer").orElseThrow().dependencyClosure())
                .extracting(KernelObject::name)
                .containsExactly("zram", "zsmalloc");
    }

    @Test
    void tellsOfAModule() {
        KernelObject module = index.object("twin_module").orElseThrow();

        assertThat(module.isLivepatch()).isTrue();
        assertThat(module.vermagic()).contains("6.1.0-test SMP");
        assertThat(module.path()).contains("kernel/twin-module.ko");
        assertThat(module.symbols("twin").get(2).sizeBytes()).hasValue(32);
        assertThat(vmlinux.path()).isEmpty();
        assertThat(vmlinux.symbols("printk").get(0).sizeBytes()).isEmpty();
    }

    @Test
    void tellsWhoExportsASymbol() {
        assertThat(vmlinux.symbols("printk").get(0).export())
                .map(Export::exporter)
                .contains("vmlinux");
        assertThat(vmlinux.symbols("printk").get(0).export().orElseThrow().crc())
                .hasValue(0xFFFF_FFFFL);
        assertThat(index.exports("zs_malloc"))
                .singleElement()
                .satisfies(export -> assertThat(export.gplOnly()).isTrue())
                .satisfies(export -> assertThat(export.namespace()).isEqualTo("MM"));
        assertThat(vmlinux.symbols("name_show").get(0).export()).isEmpty();
    }

    @Test
    void tellsWhyASymbolCannotBeReplaced() {
        assertThat(vmlinux.symbols("printk").get(0).traceability()).isEqualTo(Traceability.NOTRACE);
        assertThat(vmlinux.symbols("cpu_number").get(0).traceability()).isEqualTo(Traceability.NOT_A_FUNCTION);
        assertThat(vmlinux.symbols("name_show").get(1).sourceFile()).contains("drivers/base/core.c");
        assertThat(vmlinux.symbols("name_show").get(0).sourceFile()).isEmpty();
    }

    @Test
    void findsEveryNameOfALargeDictionary() throws IOException {
        long seed = 20261121;
        Random random = new Random(seed);
        TreeSet<String> names = new TreeSet<>();
        while (names.size() < 5000) {
            StringBuilder name = new StringBuilder("k");
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                name.append((char) (random.nextInt(20) == 0 ? 0xE9 : 'a' + random.nextInt(2)));
            }
            names.add(name.toString());
        }
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        KernelObject object = write(SmallKernel.named(shuffled, null)).vmlinux().orElseThrow();

        for (int i = 0; i < shuffled.size(); i++) {
            assertThat(object.symbols(shuffled.get(i))).as("seed %d", seed).hasSize(1);
            assertThat(object.symbols(shuffled.get(i)).get(0).index()).isEqualTo(i);
            assertThat(object.symbols(shuffled.get(i)).get(0).name()).isEqualTo(shuffled.get(i));
            assertThat(object.symbols(shuffled.get(i) + "\u00ff")).isEmpty();
        }
        assertThat(object.complete("", Integer.MAX_VALUE)).containsExactlyElementsOf(names);
    }

    @Test
    void takesAKernelWithoutAnything() throws IOException {
        KernelIndex empty = write(
                new KernelContents(new NamePool(), null, null, List.of(), List.of(), new TreeMap<>(), null, List.of()));

        assertThat(empty.release()).isEmpty();
        assertThat(empty.vmlinux()).isEmpty();
        assertThat(empty.symbols("x")).isEmpty();
        assertThat(empty.config("CONFIG_X")).isEmpty();
        assertThat(empty.configOptions()).isEmpty();
        assertThat(empty.sourceVersion()).isEmpty();
        assertThat(empty.complete("", 10)).isEmpty();
        assertThat(empty.lookup("x")).isEqualTo(new ObjectLookup.Unknown(List.of()));
    }

    @Test
    void answersNothingOnceClosed() {
        index.close();

        assertThatThrownBy(() -> vmlinux.symbols("name_show"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void goesOnAnsweringFromTheOldFileWhileANewOneTakesItsPlace() throws IOException {
        KernelIndex next = write(SmallKernel.named(List.of("other"), "7.0.0"));

        assertThat(index.release()).contains("6.1.0-test");
        assertThat(vmlinux.symbols("name_show")).hasSize(3);
        assertThat(next.release()).contains("7.0.0");
        assertThat(next.vmlinux().orElseThrow().symbols("name_show")).isEmpty();
    }

    @Test
    void writesTheSameBytesForTheSameKernel() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        IndexWriter.write(SmallKernel.contents(), first);
        IndexWriter.write(SmallKernel.contents(), second);

        assertThat(first).hasSameBinaryContentAs(second);
    }
}
