package dev.klp.elf.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfHeader;
import dev.klp.elf.FileType;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relocatable file that can be changed. Read one with {@link ElfReader}, write it with {@link ElfWriter}.
 *
 * <p>Not safe for use by several threads. The bytes that it was read from must not change while it is in use.
 */
public final class ElfImage {
    private final String name;
    private final ElfFormat format;
    private final ElfHeader header;
    private final @Nullable ElfFile source;
    private final List<SourceBlock> sourceOrder;
    private final List<Section> sections;
    private final Set<Section> members;
    private @Nullable Section sectionNames;
    private ByteBuffer trailing;

    ElfImage(ElfFile source, List<Section> sections, List<SourceBlock> sourceOrder, ByteBuffer trailing) {
        this.name = source.name();
        this.format = source.format();
        this.header = source.header();
        this.source = source;
        this.sections = new ArrayList<>(sections);
        this.members = new HashSet<>(sections);
        this.sourceOrder = sourceOrder;
        this.sectionNames = source.sectionNamesIndex() == 0 ? null : sections.get(source.sectionNamesIndex() - 1);
        this.trailing = trailing;
    }

    private ElfImage(String name, ElfFormat format, ElfHeader header) {
        this.name = name;
        this.format = format;
        this.header = header;
        this.source = null;
        this.sections = new ArrayList<>();
        this.members = new HashSet<>();
        this.sourceOrder = List.of(SourceBlock.header(format));
        this.trailing = ByteBuffer.allocate(0);
    }

    /**
     * A relocatable file without any section.
     *
     * @param name the display name, used in messages
     * @param machine see {@link dev.klp.elf.Machine}
     */
    public static ElfImage create(String name, ElfFormat format, int machine) {
        return new ElfImage(
                name,
                format,
                new ElfHeader(
                        0,
                        0,
                        FileType.ET_REL,
                        machine,
                        1,
                        0,
                        0,
                        0,
                        0,
                        format.headerSize(),
                        0,
                        0,
                        format.sectionHeaderSize(),
                        0,
                        0));
    }

    /** The display name. */
    public String name() {
        return name;
    }

    /** Class and byte order. */
    public ElfFormat format() {
        return format;
    }

    /** The ELF header as it was read: its table offset and counts are those of the source. */
    public ElfHeader header() {
        return header;
    }

    /** The sections in the order of their headers, without the empty one at index 0; an unmodifiable view. */
    public List<Section> sections() {
        return Collections.unmodifiableList(sections);
    }

    /** The first section of a name, or null. */
    public @Nullable Section section(String sectionName) {
        for (Section section : sections) {
            if (section.name().equals(sectionName)) {
                return section;
            }
        }
        return null;
    }

    /** The section of type {@code SHT_SYMTAB}, of which a relocatable file has at most one, or null. */
    public @Nullable Section symbolTable() {
        for (Section section : sections) {
            if (section.type() == SectionType.SHT_SYMTAB) {
                return section;
            }
        }
        return null;
    }

    /** The section that holds the names of sections, or null. */
    public @Nullable Section sectionNames() {
        return sectionNames;
    }

    /** Makes a string table of this image the one that holds the names of sections. */
    public void setSectionNames(Section table) {
        if (!(table.content() instanceof StringTableContent) || !members.contains(table)) {
            throw new IllegalArgumentException(table + " is no string table of " + name);
        }
        sectionNames = table;
    }

    /** Adds a section behind all others, so that no index changes. */
    public void add(Section section) {
        if (section.origin() != null || !members.add(section)) {
            throw new IllegalArgumentException("section " + section + " is in an image already");
        }
        sections.add(section);
    }

    /**
     * Removes sections and symbols together; symbols that are defined in a removed section go with it. A removed section
     * leaves the groups that it is a member of; the members of a removed group are in none any more.
     *
     * @throws ElfReferenceException if something that stays refers to something that would go; nothing is changed then
     * @throws dev.klp.elf.ElfFormatException if a symbol table or relocations that have to be looked at are malformed
     */
    public void remove(Collection<Section> removedSections, Collection<Symbol> removedSymbols) throws IOException {
        Removal removal = Removal.of(this, removedSections, removedSymbols);
        removal.requireUnreferenced();
        sections.removeAll(removal.sections());
        members.removeAll(removal.sections());
        removal.sections().forEach(ElfImage::dissolve);
        for (Section section : sections) {
            if (section.content() instanceof SymbolTableContent table) {
                table.remove(removal.symbols());
            } else if (section.content() instanceof GroupContent group) {
                group.members().removeAll(removal.sections());
            }
        }
    }

    /** The flag says that a section is a member of a group: gABI 4, "Section Attribute Flags". */
    private static void dissolve(Section removed) {
        if (removed.content() instanceof GroupContent group) {
            group.members().forEach(member -> member.setFlags(member.flags() & ~SectionFlag.SHF_GROUP));
        }
    }

    /**
     * The bytes after everything that the headers speak of, such as an appended module signature. They are kept on
     * writing.
     */
    public ByteBuffer trailing() {
        return trailing.duplicate();
    }

    /** Leaves the trailing bytes out. */
    public void dropTrailing() {
        trailing = ByteBuffer.allocate(0);
    }

    /** What it was read from, or null for a new file. */
    @Nullable
    ElfFile source() {
        return source;
    }

    /** The number of section headers in the source, 0 for a new file. */
    int sectionCountOfSource() {
        return source == null ? 0 : source.sectionCount();
    }

    /** What the source holds, in the order of its bytes. */
    List<SourceBlock> sourceOrder() {
        return sourceOrder;
    }
}
