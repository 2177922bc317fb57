package dev.klp.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.OpaqueContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Files whose bytes were not made by the code under test. */
class HandMadeFileTest {
    static final List<ElfFormat> FORMATS = ElfFormats.ALL;

    @TempDir
    Path folder;

    private static ElfFile parse(byte[] bytes) throws ElfFormatException {
        return ElfFile.parse("hand.o", ByteBuffer.wrap(bytes));
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void theHeaderIsRead(ElfFormat format) throws IOException {
        ElfFile file = parse(HandMade.file(format));
        assertThat(file.format()).isEqualTo(format);
        assertThat(file.header())
                .isEqualTo(new ElfHeader(
                        3,
                        4,
                        FileType.ET_REL,
                        Machine.EM_X86_64,
                        1,
                        0,
                        0,
                        0x200,
                        0x01020304,
                        format.headerSize(),
                        0,
                        0,
                        format.sectionHeaderSize(),
                        7,
                        5));
        assertThat(file.header().encode(format).array()).startsWith(0x7F, 'E', 'L', 'F');
        assertThat(file.programHeaders()).isEmpty();
        assertThat(file.trailing().limit()).isZero();
        assertThat(file.name()).isEqualTo("hand.o");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void sectionsAreRead(ElfFormat format) throws IOException {
        ElfFile file = parse(HandMade.file(format));
        assertThat(file.sectionCount()).isEqualTo(7);
        assertThat(file.section(1)).isEqualTo(new SectionHeader(1, 1, 1, 6, 0, 0x80, 8, 0, 0, 16, 0));
        assertThat(file.content(file.section(1))).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
        assertThat(file.content(file.section(6)).limit()).isZero();
        assertThat(file.section(6).size()).isEqualTo(0x7FFF_0000L);
        assertThat(file.firstNamed(".rela.text")).isEqualTo(file.section(2));
        assertThat(file.firstNamed(".rela")).isNull();
        assertThat(file.firstOfType(SectionType.SHT_SYMTAB)).isEqualTo(file.section(4));
        assertThat(file.firstOfType(SectionType.SHT_NOTE)).isNull();
        assertThat(file.linked(file.section(4))).isEqualTo(file.section(5));
        assertThat(file.infoLinked(file.section(2))).isEqualTo(file.section(1));
        assertThat(file.isNamed(file.section(6), ".bss".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(file.sections()).hasSize(7).element(3).isEqualTo(file.section(3));
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void symbolsAreReadInPlace(ElfFormat format) throws IOException {
        SymbolTable symbols = symbols(parse(HandMade.file(format)));
        assertThat(symbols.count()).isEqualTo(3);
        assertThat(symbols.firstNonLocal()).isEqualTo(2);
        assertThat(symbols.name(0)).isEmpty();
        assertThat(symbols.name(1)).isEqualTo("here");
        assertThat(symbols.type(1)).isEqualTo(SymbolType.STT_SECTION);
        assertThat(symbols.binding(1)).isEqualTo(SymbolBinding.STB_LOCAL);
        assertThat(symbols.definingSection(1)).isEqualTo(1);
        assertThat(symbols.isNamed(2, "there".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(symbols.isNamed(2, "ther".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(symbols.names().startsWith(symbols.nameOffset(2), "the".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(symbols.type(2)).isEqualTo(SymbolType.STT_FUNC);
        assertThat(symbols.binding(2)).isEqualTo(SymbolBinding.STB_GLOBAL);
        assertThat(symbols.other(2)).isEqualTo(2);
        assertThat(symbols.sectionIndex(2)).isEqualTo(SectionIndex.SHN_ABS);
        assertThat(symbols.definingSection(2)).isZero();
        assertThat(symbols.value(2)).isEqualTo(format.is64() ? 0xFFFF_FFFF_8000_0000L : 0x8000_0000L);
        assertThat(symbols.size(2)).isEqualTo(12);
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void relocationsWithAndWithoutAddendsAreReadInPlace(ElfFormat format) throws IOException {
        ElfFile file = parse(HandMade.file(format));
        RelocationTable rela = file.relocations(file.section(2));
        assertThat(rela.count()).isEqualTo(1);
        assertThat(rela.hasAddends()).isTrue();
        assertThat(rela.offset(0)).isEqualTo(4);
        assertThat(rela.symbol(0, 3)).isEqualTo(1);
        assertThat(rela.type(0)).isEqualTo(7);
        assertThat(rela.addend(0)).isEqualTo(-5);
        RelocationTable rel = file.relocations(file.section(3));
        assertThat(rel.hasAddends()).isFalse();
        assertThat(rel.symbolIndex(0)).isEqualTo(2);
        assertThat(rel.type(0)).isEqualTo(8);
        assertThat(rel.addend(0)).isZero();
        assertThatThrownBy(() -> rel.symbol(0, 2))
                .hasMessage("hand.o: section [3] .rel.text: relocation 0 refers to symbol 2, but the symbol table has 2"
                        + " entries (at 0xb0)");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void aRewriteIsByteIdentical(ElfFormat format) throws IOException {
        byte[] bytes = HandMade.file(format);
        assertThat(ElfWriter.toBytes(ElfReader.read(parse(bytes))).array()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void readelfSeesTheSameBeforeAndAfterAChange(ElfFormat format) throws IOException {
        byte[] bytes = HandMade.file(format);
        Path before = Files.write(folder.resolve("before.o"), bytes);
        Readelf.requireEqual("before.o", ReadelfText.of(ElfFile.read(before)), Readelf.of(before));
        ElfImage image = ElfReader.read(parse(bytes));
        Objects.requireNonNull(image.section(".text")).setBytes(OpaqueContent.of(new byte[300]));
        Path after =
                Files.write(folder.resolve("after.o"), ElfWriter.toBytes(image).array());
        Readelf.requireEqual("after.o", ReadelfText.of(ElfFile.read(after)), Readelf.of(after));
    }

    @Test
    void aMappedFileIsTheSameAsOneInMemory() throws IOException {
        byte[] bytes = HandMade.file(FORMATS.get(0));
        Path path = Files.write(folder.resolve("hand.o"), bytes);
        assertThat(ElfFile.map(path).bytes()).isEqualTo(ElfFile.read(path).bytes());
    }

    @Test
    void complaintsNameTheSectionTheOffsetAndWhatWouldBeRight() throws IOException {
        ElfFile file = parse(HandMade.file(FORMATS.get(2)));
        assertThatThrownBy(() -> file.symbols(file.section(1)))
                .hasMessage("hand.o: section [1] .text: sh_type is 0x1, must be SHT_SYMTAB (2) or SHT_DYNSYM (11)"
                        + " (at 0x240)")
                .isInstanceOfSatisfying(ElfFormatException.class, e -> {
                    assertThat(e.file()).isEqualTo("hand.o");
                    assertThat(e.offset()).isEqualTo(0x240);
                    assertThat(e.section()).isEqualTo("section [1] .text");
                });
        assertThatThrownBy(() -> file.relocations(file.section(1))).hasMessageContaining("must be SHT_RELA (4)");
        assertThatThrownBy(() -> file.strings(file.section(1))).hasMessageContaining("must be SHT_STRTAB (3)");
        assertThatThrownBy(() -> file.section(7)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theEndOfAStringIsNeverBeyondItsTable() throws IOException {
        byte[] bytes = HandMade.file(FORMATS.get(2));
        StringTable strings = symbols(parse(bytes)).names();
        int size = strings.size();
        bytes[0x180 + size - 1] = 'x';
        assertThatThrownBy(() -> strings.get(size - 3L))
                .hasMessageContaining("the string at offset " + (size - 3) + " has no end");
        assertThat(strings.matches(size - 3L, "rex".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThatThrownBy(() -> strings.length(size)).hasMessageContaining("the string table has " + size + " bytes");
        assertThatThrownBy(() -> strings.copy(size - 2L, 3, new byte[3], 0)).hasMessageContaining("is too short");
        byte[] copied = new byte[4];
        strings.copy(1, 4, copied, 0);
        assertThat(copied).isEqualTo(new byte[] {'.', 't', 'e', 'x'});
    }

    private static SymbolTable symbols(ElfFile file) throws ElfFormatException {
        return file.symbols(Objects.requireNonNull(file.firstOfType(SectionType.SHT_SYMTAB)));
    }
}
