package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to go, and the references that are in its way.
 *
 * @param image the image
 * @param sections the sections that go
 * @param symbols the symbols that go, those defined in {@code sections} included
 */
record Removal(ElfImage image, Set<Section> sections, Set<Symbol> symbols) {
    static Removal of(ElfImage image, Collection<Section> sections, Collection<Symbol> symbols)
            throws ElfFormatException {
        Set<Section> gone = new HashSet<>(sections);
        Set<Symbol> goneSymbols = new HashSet<>(symbols);
        if (!gone.isEmpty()) {
            for (Section section : image.sections()) {
                if (section.content() instanceof SymbolTableContent table) {
                    for (Symbol symbol : table.symbols()) {
                        if (gone.contains(symbol.section())) {
                            goneSymbols.add(symbol);
                        }
                    }
                }
            }
        }
        return new Removal(image, gone, goneSymbols);
    }

    void requireUnreferenced() throws IOException {
        List<String> references = new ArrayList<>();
        Section names = image.sectionNames();
        if (names != null && sections.contains(names)) {
            references.add("section " + names + " holds the names of sections");
        }
        for (Section section : image.sections()) {
            if (!sections.contains(section)) {
                sectionReferences(section, references);
                symbolReferences(section, references);
            }
        }
        if (!references.isEmpty()) {
            throw new ElfReferenceException(image.name(), references);
        }
    }

    private void sectionReferences(Section section, List<String> references) {
        Section link = section.link();
        if (link != null && sections.contains(link)) {
            String why = section.hasFlags(SectionFlag.SHF_LINK_ORDER) ? " is ordered after it" : " is linked to it";
            references.add("section " + link + ": section " + section + why);
        }
        Section target = section.infoSection();
        if (target != null && sections.contains(target)) {
            String why = section.content() instanceof RelocationContent ? " relocates it" : " names it in sh_info";
            references.add("section " + target + ": section " + section + why);
        }
    }

    private void symbolReferences(Section section, List<String> references) throws ElfFormatException {
        if (symbols.isEmpty()) {
            return;
        }
        if (section.content() instanceof GroupContent group) {
            Symbol signature = group.signature();
            if (signature != null && symbols.contains(signature)) {
                references.add("symbol " + signature + ": it is the signature of group " + section);
            }
        } else if (section.content() instanceof RelocationContent relocations) {
            int first = relocations.firstAgainst(symbols);
            if (first >= 0) {
                references.add("symbol " + relocations.symbolOf(first) + ": section " + section
                        + " has a relocation against it, entry " + first + " for offset 0x"
                        + Long.toHexString(relocations.offsetOf(first)));
            }
        }
    }
}
