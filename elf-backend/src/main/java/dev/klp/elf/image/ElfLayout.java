package dev.klp.elf.image;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionIndex;
import dev.klp.elf.SectionType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places that the parts of an image get in a file: section and symbol indices, names in string tables, offsets.
 * Computed from the image without changing it; it holds as long as the image is not changed.
 */
public final class ElfLayout {
    private final ElfImage image;
    private final List<Section> sections;
    private final Map<Section, Integer> sectionIndices = new HashMap<>();
    private final Map<SymbolTableContent, SymbolNumbering> numberings = new HashMap<>();
    private final Map<Section, StringPlacement> strings = new HashMap<>();
    private final FilePlan plan;

    private ElfLayout(ElfImage image) throws ElfFormatException {
        this.image = image;
        this.sections = new ArrayList<>(image.sections());
        numberSections();
        addExtendedIndices();
        for (Section section : sections) {
            if (section.content() instanceof SymbolTableContent table) {
                numberings.put(table, SymbolNumbering.of(table));
            }
        }
        OpaqueIndices.requireUnmoved(image, numberings);
        placeNames();
        long entries = sections.isEmpty() && image.sectionCountOfSource() == 0 ? 0 : sections.size() + 1L;
        this.plan = FilePlan.of(
                image, sections, this::fileSizeOf, entries * image.format().sectionHeaderSize());
    }

    /**
     * Lays out an image.
     *
     * @throws ElfFormatException if the image cannot be written: something in its source is malformed, a limit of the
     *     format is exceeded, or a section holds indices that would have to change and are not understood
     */
    public static ElfLayout of(ElfImage image) throws ElfFormatException {
        return new ElfLayout(image);
    }

    /** The sections from index 1 on. */
    public List<Section> sections() {
        return List.copyOf(sections);
    }

    /** The index of a section, 0 for null. */
    public int indexOf(@Nullable Section section) {
        if (section == null) {
            return SectionIndex.SHN_UNDEF;
        }
        Integer index = sectionIndices.get(section);
        if (index == null) {
            throw new IllegalStateException("section " + section + " is referred to, but is not in " + image.name());
        }
        return index;
    }

    /** The index of a symbol in its table. */
    public int indexOf(Symbol symbol) {
        SymbolTableContent table = symbol.table();
        if (table == null) {
            throw new IllegalStateException("symbol " + symbol + " is in no table");
        }
        return numbering(table).indexOf(symbol);
    }

    /** The size of the file in bytes. */
    public int size() {
        return (int) plan.end() + image.trailing().limit();
    }

    /** The header that a section gets. */
    public SectionHeader header(Section section) {
        SectionHeader origin = section.origin();
        if (origin != null && section.type() == SectionType.SHT_NULL) {
            return origin;
        }
        Section link = section.link();
        if (!image.format().holds(section.flags()) || !image.format().holds(section.alignment())) {
            throw new IllegalStateException("flags or alignment of section " + section + " do not fit into 32 bits");
        }
        return new SectionHeader(
                indexOf(section),
                nameOffset(section),
                section.type(),
                section.flags(),
                origin == null ? 0 : origin.address(),
                plan.offsetOf(section),
                sizeOf(section),
                link == null ? section.linkNumber() : indexOf(link),
                info(section),
                section.alignment(),
                section.entrySize());
    }

    ElfImage image() {
        return image;
    }

    FilePlan plan() {
        return plan;
    }

    SymbolNumbering numbering(SymbolTableContent table) {
        SymbolNumbering numbering = numberings.get(table);
        if (numbering == null) {
            throw new IllegalStateException("a symbol table is referred to, but is not in " + image.name());
        }
        return numbering;
    }

    StringPlacement strings(Section section) {
        StringPlacement placement = strings.get(section);
        if (placement == null) {
            throw new IllegalStateException(section + " is no string table of " + image.name());
        }
        return placement;
    }

    /** {@code st_name} of a symbol of the table in {@code section}. */
    long nameOffset(Section section, Symbol symbol) {
        Section names = section.link();
        return symbol.storedName() >= 0 || names == null
                ? Math.max(0, symbol.storedName())
                : strings(names).offsetOf(symbol.name());
    }

    private void numberSections() {
        for (Section section : sections) {
            sectionIndices.put(section, sectionIndices.size() + 1);
        }
    }

    /** Symbols in sections from 0xff00 on need a table of extended indices (gABI 4, "Symbol Table", st_shndx). */
    private void addExtendedIndices() throws ElfFormatException {
        if (sections.size() < SectionIndex.SHN_LORESERVE) {
            return;
        }
        for (Section section : image.sections()) {
            if (section.content() instanceof SymbolTableContent table
                    && table.isInflated()
                    && !hasExtendedIndices(section)
                    && anyExtended(table)) {
                Section extended = Section.create(
                        ".symtab_shndx",
                        SectionType.SHT_SYMTAB_SHNDX,
                        new ExtendedIndexContent(ByteBuffer.allocate(0)));
                extended.setLink(section);
                extended.setAlignment(4);
                extended.setEntrySize(4);
                sections.add(extended);
                sectionIndices.put(extended, sections.size());
            }
        }
    }

    private boolean hasExtendedIndices(Section symbolTable) {
        return sections.stream()
                .anyMatch(
                        section -> section.content() instanceof ExtendedIndexContent && section.link() == symbolTable);
    }

    private boolean anyExtended(SymbolTableContent table) throws ElfFormatException {
        return table.symbols().stream().anyMatch(symbol -> indexOf(symbol.section()) >= SectionIndex.SHN_LORESERVE);
    }

    private void placeNames() throws ElfFormatException {
        Map<Section, Set<String>> wanted = new HashMap<>();
        for (Section section : sections) {
            if (section.isRenamed()) {
                wanted.computeIfAbsent(sectionNames(), names -> new LinkedHashSet<>())
                        .add(section.name());
            }
            Section names = section.link();
            if (names != null && section.content() instanceof SymbolTableContent table && table.isInflated()) {
                Set<String> added = wanted.computeIfAbsent(names, table2 -> new LinkedHashSet<>());
                table.symbols().stream()
                        .filter(symbol -> symbol.storedName() < 0)
                        .forEach(symbol -> added.add(symbol.name()));
            }
        }
        for (Section section : sections) {
            if (section.content() instanceof StringTableContent table) {
                strings.put(section, StringPlacement.of(table.bytes(), wanted.getOrDefault(section, new HashSet<>())));
            }
        }
    }

    private Section sectionNames() throws ElfFormatException {
        Section names = image.sectionNames();
        if (names == null) {
            throw new ElfFormatException(
                    image.name(), 0, null, "e_shstrndx is 0: without a section name table no section can get a name");
        }
        return names;
    }

    private long nameOffset(Section section) {
        SectionHeader origin = section.origin();
        Section names = image.sectionNames();
        return section.isRenamed() && names != null
                ? strings(names).offsetOf(section.name())
                : origin == null ? 0 : origin.nameOffset();
    }

    private long info(Section section) {
        SectionContent content = section.content();
        if (content instanceof SymbolTableContent table) {
            return numbering(table).firstNonLocal();
        }
        if (content instanceof GroupContent group) {
            return signature(group);
        }
        boolean isSection = content instanceof RelocationContent || section.hasFlags(SectionFlag.SHF_INFO_LINK);
        return isSection ? indexOf(section.infoSection()) : section.info();
    }

    private long signature(GroupContent group) {
        SymbolNumbering numbering = numbering(group.symbols());
        Symbol signature = group.newSignature();
        if (signature != null) {
            return numbering.indexOf(signature);
        }
        int[] moved = numbering.moved();
        return moved == null ? group.signatureOrigin() : moved[group.signatureOrigin()];
    }

    private long fileSizeOf(Section section) {
        return section.content() instanceof NoBitsContent ? 0 : sizeOf(section);
    }

    private long sizeOf(Section section) {
        ElfFormat format = image.format();
        SectionContent content = section.content();
        if (content instanceof NoBitsContent noBits) {
            return noBits.size();
        } else if (content instanceof OpaqueContent opaque) {
            return opaque.bytes().limit();
        } else if (content instanceof StringTableContent) {
            return strings(section).size();
        } else if (content instanceof SymbolTableContent table) {
            return (long) numbering(table).count() * format.symbolSize();
        } else if (content instanceof RelocationContent relocations) {
            return (long) relocations.count() * format.relocationSize(relocations.hasAddends());
        } else if (content instanceof GroupContent group) {
            return 4L * (group.members().size() + 1);
        }
        return extendedIndexCount(section) * 4L;
    }

    /** As long as nobody looked at the symbols the table stays as it was, even if it is too short. */
    private int extendedIndexCount(Section section) {
        SymbolTableContent symbols = extendedSymbols(section);
        return symbols != null
                ? numbering(symbols).count()
                : ((ExtendedIndexContent) section.content()).bytes().limit() / 4;
    }

    /** The symbols whose extended indices a section holds, or null if its bytes are to be copied. */
    @Nullable
    SymbolTableContent extendedSymbols(Section section) {
        Section link = section.link();
        return link != null && link.content() instanceof SymbolTableContent table && table.isInflated() ? table : null;
    }
}
