package dev.klp.elf.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.FileType;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the graph of a relocatable file. Headers are read and checked at once; contents stay bytes in the file until they
 * are asked for.
 */
public final class ElfReader {
    private static final int GROUP_ENTRY = 4;
    /** {@code e_type} follows {@code e_ident}. */
    private static final int TYPE_OFFSET = 16;

    private final ElfFile file;
    private final List<Section> sections = new ArrayList<>();
    /** The same list, for symbols and members that are looked up later, when sections may have been removed. */
    private final List<Section> byIndex = Collections.unmodifiableList(sections);

    private ElfReader(ElfFile file) {
        this.file = file;
    }

    /**
     * The graph of {@code file}.
     *
     * @throws ElfFormatException if the file is not relocatable, or headers contradict each other or the file's size
     */
    public static ElfImage read(ElfFile file) throws ElfFormatException {
        if (file.header().type() != FileType.ET_REL) {
            throw file.malformed(
                    TYPE_OFFSET,
                    "e_type is " + file.header().type()
                            + ", must be ET_REL (1): only relocatable files can be changed");
        }
        if (file.header().programHeaderCount() != 0) {
            throw file.malformed(
                    0, "e_phnum is " + file.header().programHeaderCount() + ", must be 0 in a relocatable file");
        }
        return new ElfReader(file).image();
    }

    private ElfImage image() throws ElfFormatException {
        readSections();
        for (Section section : sections) {
            link(section);
        }
        return new ElfImage(file, sections, SourceBlock.inOrder(file, sections), file.trailing());
    }

    /** Symbol tables come first, because relocations and groups refer to them, wherever they stand. */
    private void readSections() throws ElfFormatException {
        int count = file.sectionCount();
        @Nullable SymbolTableContent[] tables = new SymbolTableContent[Math.max(1, count)];
        for (SectionHeader header : file.sections()) {
            if (SectionType.isSymbols(header.type())) {
                tables[header.index()] = new SymbolTableContent(file.symbols(header), byIndex);
            }
        }
        List<PendingGroup> groups = new ArrayList<>();
        for (int index = 1; index < count; index++) {
            SectionHeader header = file.section(index);
            SectionContent content = content(header, tables, groups);
            sections.add(Section.read(file.sectionName(header), header, content));
        }
        for (PendingGroup group : groups) {
            group.resolve(this);
        }
    }

    private SectionContent content(
            SectionHeader header, @Nullable SymbolTableContent[] tables, List<PendingGroup> groups)
            throws ElfFormatException {
        SymbolTableContent table = tables[header.index()];
        if (table != null) {
            return table;
        }
        switch (header.type()) {
            case SectionType.SHT_NULL, SectionType.SHT_NOBITS -> {
                return new NoBitsContent(header.size());
            }
            case SectionType.SHT_STRTAB -> {
                return new StringTableContent(file.content(header));
            }
            case SectionType.SHT_RELA, SectionType.SHT_REL -> {
                return new RelocationContent(
                        file.relocations(header), tables[file.linked(header).index()]);
            }
            case SectionType.SHT_SYMTAB_SHNDX -> {
                return new ExtendedIndexContent(file.content(header));
            }
            case SectionType.SHT_GROUP -> {
                PendingGroup group = PendingGroup.read(
                        file, header, tables[file.linked(header).index()]);
                groups.add(group);
                return group.content();
            }
            default -> {
                return new OpaqueContent(file.content(header));
            }
        }
    }

    private void link(Section section) throws ElfFormatException {
        SectionHeader header = section.origin();
        if (header == null || header.type() == SectionType.SHT_NULL) {
            return;
        }
        boolean known = Integer.compareUnsigned(header.type(), SectionType.SHT_LOOS) < 0
                || header.hasFlags(SectionFlag.SHF_LINK_ORDER);
        if (known || header.link() < file.sectionCount()) {
            section.setLink(at(file.linked(header).index()));
        } else {
            section.setLinkNumber(header.link());
        }
        if (SectionType.isRelocations(header.type()) || header.hasFlags(SectionFlag.SHF_INFO_LINK)) {
            section.setInfoSection(at(file.infoLinked(header).index()));
        }
    }

    private @Nullable Section at(int index) {
        return index == 0 ? null : sections.get(index - 1);
    }

    /** A group whose members may stand behind it. */
    private record PendingGroup(SectionHeader header, ByteBuffer words, GroupContent content) {
        static PendingGroup read(ElfFile file, SectionHeader header, @Nullable SymbolTableContent symbols)
                throws ElfFormatException {
            ByteBuffer words = file.content(header);
            if (header.entrySize() != GROUP_ENTRY || header.size() % GROUP_ENTRY != 0 || header.size() == 0) {
                throw file.malformed(header, "a group must have entries of 4 bytes, and at least one");
            }
            if (symbols == null) {
                throw file.malformed(header, "sh_link is " + header.link() + ", must be the symbol table");
            }
            if (header.info() >= symbols.originCount()) {
                throw file.malformed(
                        header,
                        "sh_info is " + header.info() + ", but the symbol table has " + symbols.originCount()
                                + " entries");
            }
            long flags = ElfFormat.unsigned(words, 0);
            return new PendingGroup(header, words, GroupContent.read(symbols, (int) header.info(), flags, List.of()));
        }

        void resolve(ElfReader reader) throws ElfFormatException {
            for (int at = GROUP_ENTRY; at < words.limit(); at += GROUP_ENTRY) {
                long index = ElfFormat.unsigned(words, at);
                if (index == 0 || index >= reader.file.sectionCount()) {
                    throw reader.file.malformed(
                            header,
                            header.offset() + at,
                            "a member has index " + index + ", but the file has " + reader.file.sectionCount()
                                    + " sections");
                }
                content.members().add(reader.sections.get((int) index - 1));
            }
        }
    }
}
