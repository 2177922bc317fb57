package dev.klp.elf.image;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import org.jspecify.annotations.Nullable;

/** One section that may be changed: gABI 4, "Sections". Two sections are equal only if they are one object. */
public final class Section {
    private final @Nullable SectionHeader origin;
    private String name;
    private boolean renamed;
    private boolean replaced;
    private final int type;
    private long flags;
    private long alignment;
    private long entrySize;
    private SectionContent content;
    private @Nullable Section link;
    private long linkNumber;
    private @Nullable Section infoSection;
    private long info;

    private Section(String name, int type, SectionContent content, @Nullable SectionHeader origin) {
        this.origin = origin;
        this.name = name;
        this.renamed = origin == null;
        this.type = type;
        this.content = content;
    }

    /** A section of an existing file; links are set when all sections are known. */
    static Section read(String name, SectionHeader header, SectionContent content) {
        Section section = new Section(name, header.type(), content, header);
        section.flags = header.flags();
        section.alignment = header.alignment();
        section.entrySize = header.entrySize();
        section.info = header.info();
        return section;
    }

    /** A new section that is in no image yet: no flags, no links, alignment 1, entries of no fixed size. */
    public static Section create(String name, int type, SectionContent content) {
        Section section = new Section(name, type, content, null);
        section.alignment = 1;
        return section;
    }

    /**
     * A new, empty {@code SHT_RELA} section that is in no image yet.
     *
     * @param flags {@code sh_flags}; {@code SHF_INFO_LINK} is added, since {@code sh_info} is a section
     * @param symbolTable the section of the symbols that the relocations refer to
     * @param target the section that the relocations change
     * @throws IllegalArgumentException if {@code symbolTable} is no symbol table
     */
    public static Section relocations(String name, ElfFormat format, long flags, Section symbolTable, Section target) {
        if (!(symbolTable.content instanceof SymbolTableContent symbols)) {
            throw new IllegalArgumentException(symbolTable.name + " is no symbol table");
        }
        Section section = create(name, SectionType.SHT_RELA, RelocationContent.empty(symbols, true));
        section.flags = flags | SectionFlag.SHF_INFO_LINK;
        section.alignment = format.wordSize();
        section.entrySize = format.relocationSize(true);
        section.link = symbolTable;
        section.infoSection = target;
        return section;
    }

    /** The name, empty for none. */
    public String name() {
        return name;
    }

    /** Gives the section another name; the old one stays in the section name table. */
    public void rename(String newName) {
        if (!newName.equals(name)) {
            name = newName;
            renamed = true;
        }
    }

    /** {@code sh_type}, see {@link SectionType}. */
    public int type() {
        return type;
    }

    /** {@code sh_flags}, see {@link SectionFlag}. */
    public long flags() {
        return flags;
    }

    /** Whether every bit of {@code mask} is set in {@link #flags()}. */
    public boolean hasFlags(long mask) {
        return (flags & mask) == mask;
    }

    /** Changes {@code sh_flags}. */
    public void setFlags(long newFlags) {
        flags = newFlags;
    }

    /** {@code sh_addralign}; 0 and 1 mean none. */
    public long alignment() {
        return alignment;
    }

    /** Changes {@code sh_addralign}, a power of two. */
    public void setAlignment(long newAlignment) {
        if (Long.bitCount(newAlignment) > 1) {
            throw new IllegalArgumentException(newAlignment + " is no power of two");
        }
        alignment = newAlignment;
    }

    /** {@code sh_entsize} in bytes, 0 if entries have no fixed size. */
    public long entrySize() {
        return entrySize;
    }

    /** Changes {@code sh_entsize}. */
    public void setEntrySize(long newEntrySize) {
        entrySize = newEntrySize;
    }

    /** What the section holds. */
    public SectionContent content() {
        return content;
    }

    /** Replaces bytes by others. Only a section of opaque bytes can do so; others are changed by their entries. */
    public void setBytes(OpaqueContent newContent) {
        if (!(content instanceof OpaqueContent)) {
            throw new IllegalArgumentException(name + " does not hold opaque bytes");
        }
        content = newContent;
        replaced = true;
    }

    /** The section that {@code sh_link} names, or null for none. */
    public @Nullable Section link() {
        return link;
    }

    /** Changes {@code sh_link}. */
    public void setLink(@Nullable Section newLink) {
        link = newLink;
    }

    /**
     * The section that {@code sh_info} names, or null for none: for relocations the section that they change, and
     * whatever {@code SHF_INFO_LINK} means elsewhere.
     */
    public @Nullable Section infoSection() {
        return infoSection;
    }

    /** Changes the section that {@code sh_info} names. */
    public void setInfoSection(@Nullable Section newInfoSection) {
        infoSection = newInfoSection;
    }

    /** {@code sh_info} where it is a plain number: neither a section, nor the signature of a group, nor a count. */
    public long info() {
        return info;
    }

    /** Changes {@code sh_info} where it is a plain number. */
    public void setInfo(long newInfo) {
        info = newInfo;
    }

    /** The name, or the type where there is none. */
    @Override
    public String toString() {
        return name.isEmpty() ? "(section of type 0x" + Integer.toHexString(type) + ")" : name;
    }

    /** {@code sh_link} as read where it names no section, in a type whose meaning is not known; else 0. */
    long linkNumber() {
        return linkNumber;
    }

    void setLinkNumber(long number) {
        linkNumber = number;
    }

    /** The header as it was read, or null for a new section. */
    @Nullable
    SectionHeader origin() {
        return origin;
    }

    /** Whether the bytes are those of the source at {@link #origin()}. */
    boolean hasSourceBytes() {
        return origin != null && !replaced;
    }

    /** Whether it asks for another alignment than the one it was read with. */
    boolean isRealigned() {
        return origin != null && alignment != origin.alignment();
    }

    boolean isRenamed() {
        return renamed;
    }
}
