package dev.klp.elf.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormats;
import dev.klp.elf.SectionIndex;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.SymbolTable;
import dev.klp.elf.Toolchain;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From 0xff00 sections on, counts and indices do not fit into 16 bits. */
class ExtendedNumberingTest {
    private static final ElfFormat FORMAT = new ElfFormat(true, ByteOrder.LITTLE_ENDIAN);

    @TempDir
    Path folder;

    static Stream<Arguments> countsInEachFormat() {
        return Stream.of(0xFEFF, 0xFF00, 0xFF01, 0xFFFF, 0x10000, 0x10001)
                .flatMap(count -> ElfFormats.ALL.stream().map(format -> Arguments.of(count, format)));
    }

    /** {@code sections} counts headers, the empty one and the three tables included. */
    private static Built withSections(int sections, ElfFormat format) throws IOException {
        Built built = Built.of(format);
        for (int index = 4; index < sections; index++) {
            Section section = built.addSection(".s", (byte) index);
            if (index % 0x1000 == 0 || index >= sections - 3) {
                built.addGlobal("in_" + Integer.toHexString(index), section).setValue(index);
            }
        }
        return built;
    }

    @ParameterizedTest
    @MethodSource("countsInEachFormat")
    void symbolsFindTheirSections(int sections, ElfFormat format) throws IOException {
        Built built = withSections(sections, format);
        ElfFile file = built.file();
        boolean needsTable = sections > SectionIndex.SHN_LORESERVE;
        assertThat(file.sectionCount()).isEqualTo(sections + (needsTable ? 1 : 0));
        assertThat(file.header().sectionHeaderCount())
                .isEqualTo(file.sectionCount() < SectionIndex.SHN_LORESERVE ? file.sectionCount() : 0);
        assertThat(file.section(0).size())
                .isEqualTo(file.sectionCount() < SectionIndex.SHN_LORESERVE ? 0 : file.sectionCount());
        SymbolTable symbols = file.symbols(file.section(3));
        for (int index = 1; index < symbols.count(); index++) {
            assertThat(symbols.definingSection(index)).isEqualTo((int) symbols.value(index));
        }
        assertThat(ElfWriter.toBytes(ElfReader.read(file))).isEqualTo(file.bytes());
        ElfImage inflated = ElfReader.read(file);
        Inflation.inflate(inflated);
        assertThat(ElfWriter.toBytes(inflated)).isEqualTo(file.bytes());
    }

    @Test
    void readelfAgreesOnCountNamesAndSymbols() throws IOException {
        Path path = Built.save(withSections(0x10001, FORMAT).image, folder.resolve("many.o"));
        assertThat(Toolchain.run("readelf", "-hW", path))
                .contains("Number of section headers:         0 (65538)")
                .doesNotContain("arning");
        assertThat(Toolchain.run("readelf", "-sW", path))
                .contains(" 65536 in_10000")
                .doesNotContain("arning");
    }

    @Test
    void theNameTableMayHaveAnExtendedIndex() throws IOException {
        Built built = withSections(0xFF10, FORMAT);
        Section names = Section.create(".names", dev.klp.elf.SectionType.SHT_STRTAB, StringTableContent.empty());
        built.image.add(names);
        built.image.setSectionNames(names);
        ElfFile file = built.file();
        assertThat(file.header().sectionNamesIndex()).isEqualTo(SectionIndex.SHN_XINDEX);
        assertThat(file.sectionNamesIndex()).isEqualTo(0xFF10);
        assertThat(file.sectionName(file.section(0xFF10))).isEqualTo(".names");
        assertThat(Toolchain.run("readelf", "-hW", Built.save(built.image, folder.resolve("names.o"))))
                .contains("Section header string table index: 65535 (65296)");
    }

    @Test
    void indicesComeBackBelowTheLimitAfterARemoval() throws IOException {
        ElfImage image = withSections(0xFF10, FORMAT).reread();
        List<Section> gone = image.sections().stream()
                .filter(section -> section.name().equals(".s"))
                .limit(0x100)
                .toList();
        image.remove(gone, List.of());
        ElfFile file = ElfFile.parse("fewer.o", ElfWriter.toBytes(image));
        assertThat(file.header().sectionHeaderCount()).isEqualTo(0xFF11 - 0x100);
        assertThat(file.section(0).size()).isZero();
        SymbolTable symbols = file.symbols(file.section(3));
        for (int index = 1; index < symbols.count(); index++) {
            assertThat(symbols.sectionIndex(index)).isLessThan(SectionIndex.SHN_LORESERVE);
            assertThat(symbols.definingSection(index)).isEqualTo((int) symbols.value(index) - 0x100);
        }
    }

    @Test
    void aReservedIndexIsNotASectionOfThatIndex() throws IOException {
        Built built = withSections(0xFFF0, FORMAT);
        Section at = built.image.sections().get(0xFF20 - 1);
        built.addGlobal("defined", at);
        built.addSymbol("reserved", SymbolBinding.STB_GLOBAL, new SymbolPlacement.Reserved(0xFF20));
        ElfImage read = built.reread();
        assertThat(Graph.symbol(read, "defined").section())
                .isSameAs(read.sections().get(0xFF20 - 1));
        assertThat(Graph.symbol(read, "reserved").placement()).isEqualTo(new SymbolPlacement.Reserved(0xFF20));
    }

    @Test
    void moreThan65535SymbolsKeepTheirRelocations() throws IOException {
        Built built = Built.of(new ElfFormat(false, ByteOrder.BIG_ENDIAN));
        Section data = built.addSection(".data", new byte[8]);
        Section rela = built.addRelocations(data);
        List<Relocation> entries = ((RelocationContent) rela.content()).entries();
        for (int i = 0; i < 70_000; i++) {
            Symbol symbol = built.addSymbol(
                    "s" + i, i % 2 == 0 ? SymbolBinding.STB_GLOBAL : SymbolBinding.STB_LOCAL, SymbolPlacement.in(data));
            entries.add(new Relocation(i, symbol, 1, 0));
        }
        ElfImage read = built.reread();
        SymbolTableContent symbols = Graph.symbols(read);
        assertThat(symbols.symbols()).hasSize(70_000);
        assertThat(symbols.symbols().subList(0, 35_000)).allMatch(Symbol::isLocal);
        assertThat(Graph.entries(read, ".rela.data"))
                .allSatisfy(entry -> assertThat(
                                Objects.requireNonNull(entry.symbol()).name())
                        .isEqualTo("s" + entry.offset()));
    }
}
