package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.cli.CommandLineRun;
import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.elf.image.SymbolTableContent;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.testing.ObjectFile;
import dev.klp.testing.Readelf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A module that {@code objtool klp post-link} has converted itself: it makes the livepatch relocation, turns the one at the place
 * into {@code R_X86_64_NONE}, marks both symbols with {@code SHN_LIVEPATCH}, and leaves everything else where it is.
 */
class ObjtoolLeftoversTest {
    private static final SymbolPlacement LIVEPATCH = SymbolPlacement.ofReserved(LivepatchFormat.SHN_LIVEPATCH);

    @TempDir
    Path folder;

    private Path postLinked() throws IOException {
        Path built = ObjectFile.assembleModule(folder, "built.ko", """
                .weak .klp.tombstone.nr_threads, ".klp.sym.vmlinux.nr_threads,0"
                .text
                place: mov .klp.tombstone.nr_threads(%rip), %eax
                call _printk
                .section __klp_relocs.vmlinux, "a"
                .quad place + 2, ".klp.sym.vmlinux.nr_threads,0" - 4
                .long 2, 0
                """);
        ElfImage image = ElfReader.read(ElfFile.read(built));
        Section symbolTable = Objects.requireNonNull(image.symbolTable());
        Section text = Objects.requireNonNull(image.section(".text"));
        Section livepatch = Section.relocations(
                ".klp.rela.vmlinux..text",
                image.format(),
                SectionFlag.SHF_ALLOC | LivepatchFormat.SHF_RELA_LIVEPATCH,
                symbolTable,
                text);
        image.add(livepatch);
        for (Symbol symbol : ((SymbolTableContent) symbolTable.content()).symbols()) {
            if (symbol.name().startsWith(".klp.")) {
                symbol.place(LIVEPATCH);
            }
            if (symbol.name().startsWith(LivepatchFormat.SYMBOL_PREFIX)) {
                ((RelocationContent) livepatch.content()).entries().add(new Relocation(2, symbol, 2, -4));
            }
        }
        Section ordinary = Objects.requireNonNull(image.section(".rela.text"));
        ((RelocationContent) ordinary.content())
                .entries()
                .replaceAll(relocation -> relocation.offset() == 2
                        ? new Relocation(2, relocation.symbol(), 0, relocation.addend())
                        : relocation);
        ByteBuffer written = ElfWriter.toBytes(image);
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return Files.write(folder.resolve("in.ko"), bytes);
    }

    @Test
    void areTakenOutAndTheLivepatchRelocationsStay() throws IOException {
        Path input = postLinked();
        Path output = folder.resolve("out.ko");
        Path symvers =
                Files.writeString(folder.resolve("Module.symvers"), "0x00000001\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n");
        CommandLineRun run = CommandLineRun.of(
                "convert", "--symbols", symvers.toString(), "-o", output.toString(), input.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(LivepatchTable.of(output)).isEqualTo(LivepatchTable.of(input));
        assertThat(LivepatchTable.of(output))
                .containsExactly("vmlinux .text 0x2 R_X86_64_PC32 .klp.sym.vmlinux.nr_threads,0 -4");
        LivepatchTable.assertSound(output);
        Readelf readelf = Readelf.of(output);
        assertThat(readelf.sections())
                .extracting(Readelf.Section::name)
                .noneMatch(name -> name.contains("__klp_relocs"));
        assertThat(readelf.symbols()).extracting(Readelf.Symbol::name).noneMatch(name -> name.contains("tombstone"));
    }
}
