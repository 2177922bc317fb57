package dev.klp.elf.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.Readelf;
import dev.klp.elf.ReadelfText;
import dev.klp.elf.SymbolBinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Both classes in both byte orders go through one code path. */
class BuiltFileTest {
    private static final int LIVEPATCH = 0xFF20;

    static final List<ElfFormat> FORMATS = dev.klp.elf.ElfFormats.ALL;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("FORMATS")
    void isReadBackAsItWasBuilt(ElfFormat format) throws IOException {
        Built built = Built.of(format);
        Section data = built.addSection(".data", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        data.setAlignment(16);
        Section rela = built.addRelocations(data);
        Symbol local = built.addSymbol("local", SymbolBinding.STB_LOCAL, SymbolPlacement.in(data));
        Symbol global = built.addGlobal("global", data);
        Symbol livepatch = built.addSymbol(
                ".klp.sym.vmlinux.f,0", SymbolBinding.STB_GLOBAL, new SymbolPlacement.Reserved(LIVEPATCH));
        local.setValue(0xFFFF_FFF0L);
        local.setSize(9);
        long addend = format.is64() ? 0x12_3456_789AL : -2_000_000_000L;
        entries(rela).add(new Relocation(4, livepatch, 1, addend));
        entries(rela).add(new Relocation(8, null, 0, 0));
        entries(rela).add(new Relocation(0, local, 2, -4));

        ElfImage read = built.reread();
        assertThat(read.sections())
                .extracting(Section::name)
                .containsExactly(".shstrtab", ".strtab", ".symtab", ".data", ".rela.data");
        Symbol readLocal = symbol(read, "local");
        assertThat(readLocal.value()).isEqualTo(0xFFFF_FFF0L);
        assertThat(readLocal.size()).isEqualTo(9);
        assertThat(readLocal.section()).isSameAs(read.section(".data"));
        assertThat(symbol(read, global.name()).binding()).isEqualTo(SymbolBinding.STB_GLOBAL);
        Symbol readLivepatch = symbol(read, ".klp.sym.vmlinux.f,0");
        assertThat(readLivepatch.placement()).isEqualTo(new SymbolPlacement.Reserved(LIVEPATCH));
        Section readRela = read.sections().get(4);
        assertThat(entries(readRela))
                .containsExactly(
                        new Relocation(4, readLivepatch, 1, addend),
                        new Relocation(8, null, 0, 0),
                        new Relocation(0, readLocal, 2, -4));
        assertThat(readRela.infoSection()).isSameAs(read.section(".data"));
        assertThat(readRela.link()).isSameAs(read.symbolTable());
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void isReadTheSameWayByReadelf(ElfFormat format) throws IOException {
        Built built = Built.of(format);
        Section text = built.addSection(".text", new byte[40]);
        Section rela = built.addRelocations(text);
        for (int i = 0; i < 20; i++) {
            Symbol symbol = built.addSymbol(
                    "symbol" + i, i % 3 == 0 ? SymbolBinding.STB_LOCAL : SymbolBinding.STB_WEAK, placement(text, i));
            symbol.setValue(i);
            entries(rela).add(new Relocation(i, symbol, 2, i - 10));
        }
        Path path = Built.save(built.image, folder.resolve("built.o"));
        Readelf.requireEqual("built.o", ReadelfText.of(ElfFile.read(path)), Readelf.of(path));
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void isByteIdenticalAfterARewrite(ElfFormat format) throws IOException {
        Built built = Built.of(format);
        Section data = built.addSection(".data", new byte[11]);
        entries(built.addRelocations(data)).add(new Relocation(0, built.addGlobal("a", data), 1, 0));
        ElfFile file = built.file();
        assertThat(ElfWriter.toBytes(ElfReader.read(file))).isEqualTo(file.bytes());
        ElfImage inflated = ElfReader.read(file);
        Inflation.inflate(inflated);
        assertThat(ElfWriter.toBytes(inflated)).isEqualTo(file.bytes());
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void isRefusedWhereAValueDoesNotFit(ElfFormat format) throws IOException {
        if (format.is64()) {
            return;
        }
        Built built = Built.of(format);
        Section data = built.addSection(".data", new byte[11]);
        Symbol symbol = built.addGlobal("a", data);
        Section rela = built.addRelocations(data);
        entries(rela).add(new Relocation(0, symbol, 1, 1L << 31));
        assertThatThrownBy(() -> ElfWriter.toBytes(built.image))
                .isInstanceOf(ElfFormatException.class)
                .hasMessageContaining("a relocation of section .rela.data for offset 0x0 does not fit");
        entries(rela).set(0, new Relocation(0, symbol, 256, 0));
        assertThatThrownBy(() -> ElfWriter.toBytes(built.image)).hasMessageContaining("type 256");
        entries(rela).clear();
        symbol.setValue(1L << 32);
        assertThatThrownBy(() -> ElfWriter.toBytes(built.image)).hasMessageContaining("symbol 'a' does not fit");
    }

    private static SymbolPlacement placement(Section text, int i) {
        return switch (i % 5) {
            case 0 -> SymbolPlacement.in(text);
            case 1 -> SymbolPlacement.UNDEFINED;
            case 2 -> SymbolPlacement.ABSOLUTE;
            case 3 -> SymbolPlacement.COMMON;
            default -> SymbolPlacement.ofReserved(LIVEPATCH);
        };
    }

    private static List<Relocation> entries(Section section) throws ElfFormatException {
        return ((RelocationContent) section.content()).entries();
    }

    private static Symbol symbol(ElfImage image, String name) throws ElfFormatException {
        return Graph.symbol(image, name);
    }
}
