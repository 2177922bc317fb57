package dev.klp.elf.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.ElfFile;
import dev.klp.elf.Readelf;
import dev.klp.elf.ReadelfText;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.SymbolType;
import dev.klp.elf.Toolchain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Removing from an object file of gcc and as that has a group, an ordered section and debug information. */
class RemovalTest {
    private static final String C = """
            struct note { void *symbol; unsigned position; } __attribute__((packed));
            extern int elsewhere;
            struct note first[] __attribute__((section(".notes.first"), used, aligned(4))) = { { &elsewhere, 1 } };
            static int hidden(int x) { return x * elsewhere; }
            int visible(int x) { return hidden(x) + first[0].position; }
            asm(".section .text.shared, \\"axG\\", @progbits, shared, comdat\\n"
                ".weak shared\\nshared: call visible\\n ret\\n"
                ".section .ordered, \\"ao\\", @progbits, .text.shared\\n .quad shared\\n"
                ".section .ordered.main, \\"ao\\", @progbits, .text.visible\\n .quad visible\\n .text");
            """;

    @TempDir
    Path folder;

    private Path object = Path.of("");
    private ElfImage image = ElfImage.create("", dev.klp.elf.ElfFormats.ALL.get(0), 0);

    @BeforeEach
    void read() throws IOException {
        object = new Toolchain(folder).compile("input", C, "-O1", "-g", "-ffunction-sections", "-fno-inline");
        image = ElfReader.read(ElfFile.read(object));
    }

    @Test
    void takesASectionOutAndMovesEveryIndex() throws IOException {
        dropRelocationsAgainst(symbol -> symbol.section() == Graph.section(image, ".notes.first"));
        List<String> expected = new ArrayList<>(Graph.describe(image));
        assertThat(expected.removeIf(line -> line.contains(".notes.first") || line.startsWith("symbol 'first'")))
                .isTrue();
        image.remove(
                List.of(Graph.section(image, ".notes.first"), Graph.section(image, ".rela.notes.first")), List.of());
        Path changed = Built.save(image, folder.resolve("changed.o"));
        assertThat(Graph.describe(ElfReader.read(ElfFile.read(changed)))).isEqualTo(expected);
        Readelf.requireEqual("changed.o", ReadelfText.of(ElfFile.read(changed)), Readelf.of(changed));
        assertThat(Toolchain.run("readelf", "-gW", changed))
                .contains("COMDAT group section", "[shared]", ".text.shared")
                .doesNotContain("arning", "rror");
        Toolchain.run("ld", "-r", "-o", folder.resolve("linked.o"), changed);
    }

    @Test
    void namesTheRelocationInTheWay() {
        assertThatThrownBy(() -> image.remove(
                        List.of(Graph.section(image, ".notes.first"), Graph.section(image, ".rela.notes.first")),
                        List.of()))
                .isInstanceOf(ElfReferenceException.class)
                .hasMessageContaining("cannot remove what is still referred to: symbol ")
                .hasMessageContaining("section .rela.text.visible has a relocation against it, entry ");
    }

    @Test
    void namesTheSectionsInTheWay() throws IOException {
        List<String> before = Graph.describe(image);
        assertThatThrownBy(() -> image.remove(List.of(Graph.section(image, ".text.visible")), List.of()))
                .isInstanceOfSatisfying(
                        ElfReferenceException.class,
                        e -> assertThat(e.references())
                                .contains(
                                        "section .text.visible: section .rela.text.visible relocates it",
                                        "section .text.visible: section .ordered.main is ordered after it"));
        assertThat(Graph.describe(image)).isEqualTo(before);
        assertThat(ElfWriter.toBytes(image)).isEqualTo(ElfFile.read(object).bytes());
    }

    @Test
    void keepsTheTablesThatEverythingNeeds() {
        Section symbols = Objects.requireNonNull(image.symbolTable());
        assertThatThrownBy(() -> image.remove(List.of(symbols), List.of()))
                .hasMessageContaining("section .symtab: section .rela.text.visible is linked to it");
        assertThatThrownBy(() -> image.remove(List.of(Graph.section(image, ".shstrtab")), List.of()))
                .hasMessageContaining("holds the names of sections");
    }

    @Test
    void keepsTheSignatureOfAGroup() {
        assertThatThrownBy(() -> image.remove(List.of(), List.of(Graph.symbol(image, "shared"))))
                .hasMessageContaining("it is the signature of group .group");
    }

    @Test
    void takesASectionOutOfItsGroup() throws IOException {
        dropRelocationsAgainst(symbol -> symbol.section() == Graph.section(image, ".text.shared"));
        Symbol signature = Graph.symbol(image, "shared");
        signature.place(SymbolPlacement.UNDEFINED);
        image.remove(
                List.of(
                        Graph.section(image, ".text.shared"),
                        Graph.section(image, ".rela.text.shared"),
                        Graph.section(image, ".ordered"),
                        Graph.section(image, ".rela.ordered")),
                List.of());
        Path changed = Built.save(image, folder.resolve("changed.o"));
        assertThat(Toolchain.run("readelf", "-gW", changed))
                .contains("[shared] contains 0 sections")
                .doesNotContain("arning", "rror");
    }

    @Test
    void dissolvesARemovedGroup() throws IOException {
        Section text = Graph.section(image, ".text.shared");
        assertThat(text.hasFlags(SectionFlag.SHF_GROUP)).isTrue();
        image.remove(List.of(Graph.section(image, ".group")), List.of());
        Path changed = Built.save(image, folder.resolve("changed.o"));
        assertThat(text.hasFlags(SectionFlag.SHF_GROUP)).isFalse();
        assertThat(Toolchain.run("readelf", "-gW", changed))
                .contains("There are no section groups")
                .doesNotContain("arning", "rror");
    }

    @Test
    void takesASymbolOutAndLeavesRelocationsOfOthersAlone() throws IOException {
        dropRelocationsAgainst(symbol -> symbol.name().equals("elsewhere"));
        List<String> expected = new ArrayList<>(Graph.describe(image));
        assertThat(expected.removeIf(line -> line.startsWith("symbol 'elsewhere'")))
                .isTrue();
        image.remove(List.of(), List.of(Graph.symbol(image, "elsewhere")));
        Path changed = Built.save(image, folder.resolve("changed.o"));
        assertThat(Graph.describe(ElfReader.read(ElfFile.read(changed)))).isEqualTo(expected);
    }

    @Test
    void aNewLocalSymbolMovesTheOthersInRelocationsThatNobodyLookedAt() throws IOException {
        List<String> expected = new ArrayList<>(Graph.describe(ElfReader.read(ElfFile.read(object))));
        Symbol added =
                Symbol.create("new_local", SymbolBinding.STB_LOCAL, SymbolType.STT_NOTYPE, SymbolPlacement.ABSOLUTE);
        Graph.symbols(image).add(added);
        ElfFile file = ElfFile.parse("changed.o", ElfWriter.toBytes(image));
        ElfImage changed = ElfReader.read(file);
        List<String> actual = new ArrayList<>(Graph.describe(changed));
        assertThat(actual.removeIf(line -> line.startsWith("symbol 'new_local'")))
                .isTrue();
        assertThat(actual).isEqualTo(expected);
        long locals = Graph.symbols(changed).symbols().stream()
                .filter(Symbol::isLocal)
                .count();
        assertThat(file.section(ElfLayout.of(changed).indexOf(changed.symbolTable()))
                        .info())
                .isEqualTo(locals + 1);
    }

    @Test
    void aSymbolThatBecomesLocalMovesBeforeTheGlobals() throws IOException {
        Graph.symbol(image, "visible").setBinding(SymbolBinding.STB_LOCAL);
        Path changed = Built.save(image, folder.resolve("changed.o"));
        Toolchain.run("ld", "-r", "-o", folder.resolve("linked.o"), changed);
        assertThat(Toolchain.run("readelf", "-sW", changed))
                .containsPattern("FUNC +LOCAL +DEFAULT +\\d+ visible")
                .doesNotContain("arning");
    }

    private void dropRelocationsAgainst(Predicate<Symbol> unwanted) throws IOException {
        for (Section section : image.sections()) {
            if (section.content() instanceof RelocationContent relocations) {
                relocations.entries().removeIf(entry -> entry.symbol() != null && unwanted.test(entry.symbol()));
            }
        }
    }
}
