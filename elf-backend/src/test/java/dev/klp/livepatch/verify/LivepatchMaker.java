package dev.klp.livepatch.verify;

import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.elf.image.SymbolTableContent;
import dev.klp.livepatch.LivepatchFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a module into livepatch form without asking whether that makes sense. A symbol {@code NAME!SYMBOL} becomes the livepatch
 * symbol {@code SYMBOL}, its relocations go into the section {@code NAME} followed by the target's name: {@code
 * .klp.rela.vmlinux.!.klp.sym.vmlinux.nr_threads,0}.
 */
public final class LivepatchMaker {
    private final ElfImage image;
    private final Map<String, Section> tables = new HashMap<>();

    private LivepatchMaker(ElfImage image) {
        this.image = image;
    }

    /** The module of a file, changed. */
    public static ElfImage make(Path file) throws IOException {
        ElfImage image = ElfReader.read(ElfFile.read(file));
        new LivepatchMaker(image).make();
        return image;
    }

    private void make() throws IOException {
        Section table = image.symbolTable();
        if (table == null || !(table.content() instanceof SymbolTableContent symbols)) {
            throw new AssertionError("no symbols in " + image.name());
        }
        for (Section section : List.copyOf(image.sections())) {
            if (section.content() instanceof RelocationContent relocations && section.infoSection() != null) {
                move(table, section.infoSection(), relocations);
            }
        }
        for (Symbol symbol : symbols.symbols()) {
            int mark = symbol.name().indexOf('!');
            if (mark >= 0) {
                symbol.rename(symbol.name().substring(mark + 1));
                symbol.place(SymbolPlacement.ofReserved(LivepatchFormat.SHN_LIVEPATCH));
            }
        }
    }

    private void move(Section symbols, Section target, RelocationContent relocations) throws IOException {
        List<Relocation> moved = new ArrayList<>();
        for (Relocation relocation : relocations.entries()) {
            String name = relocation.symbol() == null ? "" : relocation.symbol().name();
            int mark = name.indexOf('!');
            if (mark > 0) {
                moved.add(relocation);
                Section table = tables.computeIfAbsent(
                        name.substring(0, mark) + "|" + target.name(),
                        any -> table(name.substring(0, mark), symbols, target));
                ((RelocationContent) table.content()).entries().add(relocation);
            }
        }
        relocations.entries().removeAll(moved);
        if (relocations.entries().isEmpty()) {
            relocations.entries().add(new Relocation(0, null, 0, 0));
        }
    }

    private Section table(String prefix, Section symbols, Section target) {
        Section section = Section.relocations(
                prefix + target.name(),
                image.format(),
                SectionFlag.SHF_ALLOC | LivepatchFormat.SHF_RELA_LIVEPATCH,
                symbols,
                target);
        image.add(section);
        return section;
    }
}
