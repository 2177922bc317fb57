package dev.klp.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.elf.image.SymbolTableContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of as, gcc and ld: 32-bit objects, linked programs, types that only some compilers know. */
class ToolchainFilesTest {
    private static final String ASSEMBLY = """
            .text
            start: call outside
            .long start, outside
            .comm block, 64, 32
            .section .bss.more, "aw", @nobits
            .skip 100
            """;

    @TempDir
    Path folder;

    @Test
    void objectsOfThe32BitAssemblerAreReadAndRewritten() throws IOException {
        Path object = new Toolchain(folder).assemble("small", ASSEMBLY, "--32");
        ElfFile file = ElfFile.read(object);
        assertThat(file.format().is64()).isFalse();
        Readelf.requireEqual("small.o", ReadelfText.of(file), Readelf.of(object));
        assertThat(ElfWriter.toBytes(ElfReader.read(file))).isEqualTo(file.bytes());
    }

    @Test
    void segmentsOfALinkedProgramAreRead() throws IOException {
        Path object = new Toolchain(folder).assemble("main", ".globl _start\n_start: nop\n.data\n.quad 1\n");
        Path program = folder.resolve("program");
        Toolchain.run("ld", "-o", program, object);
        ElfFile file = ElfFile.map(program);
        assertThat(file.header().type()).isEqualTo(FileType.ET_EXEC);
        assertThat(file.programHeaders())
                .filteredOn(segment -> segment.type() == ProgramHeader.PT_LOAD)
                .isNotEmpty()
                .allSatisfy(segment -> assertThat(file.content(segment).limit()).isEqualTo((int) segment.fileSize()));
        assertThat(file.trailing().limit()).isZero();
        assertThatThrownBy(() -> ElfReader.read(file)).hasMessageContaining("e_type is 2, must be ET_REL (1)");
    }

    @Test
    void indicesInAFormThatIsNotUnderstoodStopAChangeThatWouldBreakThem() throws IOException {
        Path object = new Toolchain(folder)
                .assemble("addrsig", ".globl f\nf: nop\n.section .llvm_addrsig,\"\",@0x6fff4c03\n.byte 1\n");
        ElfFile assembled = ElfFile.read(object);
        ByteBuffer bytes = ByteBuffer.allocate(assembled.size()).put(assembled.bytes());
        bytes.order(assembled.format().order());
        SectionHeader section = Objects.requireNonNull(assembled.firstNamed(".llvm_addrsig"));
        int symtab = Objects.requireNonNull(assembled.firstOfType(SectionType.SHT_SYMTAB))
                .index();
        int link = (int) assembled.header().sectionHeaderOffset() + section.index() * 64 + 40;
        bytes.putInt(link, symtab);
        ElfImage image = ElfReader.read(ElfFile.parse("addrsig.o", bytes.flip()));
        SymbolTableContent symbols = symbols(image);
        symbols.add(Symbol.create("global", SymbolBinding.STB_GLOBAL, 0, SymbolPlacement.UNDEFINED));
        assertThat(ElfWriter.toBytes(image).limit()).isPositive();
        symbols.add(Symbol.create("local", SymbolBinding.STB_LOCAL, 0, SymbolPlacement.ABSOLUTE));
        assertThatThrownBy(() -> ElfWriter.toBytes(image))
                .isInstanceOf(ElfFormatException.class)
                .hasMessageContaining("section .llvm_addrsig: it has type 0x6fff4c03 and refers to symbols by index");
    }

    @Test
    void aSymbolIsInOneTableOnlyAndASectionInOneImage() throws IOException {
        ElfImage image = ElfReader.read(ElfFile.read(new Toolchain(folder).assemble("small", ASSEMBLY)));
        Symbol symbol = symbols(image).symbols().get(0);
        assertThatThrownBy(() -> symbols(image).add(symbol)).isInstanceOf(IllegalArgumentException.class);
        Section section = image.sections().get(0);
        assertThatThrownBy(() -> image.add(section)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> image.setSectionNames(section)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> section.setAlignment(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SymbolPlacement.Reserved(7)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SymbolTableContent symbols(ElfImage image) {
        return (SymbolTableContent) Objects.requireNonNull(image.symbolTable()).content();
    }
}
