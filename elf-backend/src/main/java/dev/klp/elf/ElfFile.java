package dev.klp.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable view of the bytes of one ELF file of any type.
 *
 * <p>Opening checks the ELF header and the place of the tables, and reads nothing else: section headers are decoded when
 * asked for, contents are slices, symbols and relocations are read in place. Whatever is handed out has been checked
 * against the file's bounds. Safe for use by several threads as long as nobody changes the bytes underneath.
 */
public final class ElfFile {
    private final String name;
    private final ByteBuffer bytes;
    private final ElfFormat format;
    private final ElfHeader header;
    private final SectionHeaderTable sections;

    private ElfFile(String name, ByteBuffer source) throws ElfFormatException {
        this.name = name;
        this.format = Identification.parse(name, source);
        this.bytes = source.order(format.order());
        if (bytes.limit() < format.headerSize()) {
            throw malformed(0, "the file has " + bytes.limit() + " bytes, its ELF header alone " + format.headerSize());
        }
        this.header = ElfHeader.read(format, bytes);
        this.sections = SectionHeaderTable.locate(this);
    }

    /**
     * The file in {@code bytes} from position to limit, which must not change from now on.
     *
     * @param name the display name, used in messages
     * @throws ElfFormatException if this is not an ELF file or its header contradicts its size
     */
    public static ElfFile parse(String name, ByteBuffer bytes) throws ElfFormatException {
        return new ElfFile(name, bytes.slice().asReadOnlyBuffer());
    }

    /**
     * Reads a file into memory, so that it may change on disk afterwards.
     *
     * @throws ElfFormatException if this is not an ELF file
     */
    public static ElfFile read(Path path) throws IOException {
        requireAddressable(path);
        return parse(path.toString(), ByteBuffer.wrap(Files.readAllBytes(path)));
    }

    /**
     * Maps a file into memory: only what is looked at is read, and a file that is cut while mapped makes the virtual
     * machine throw {@link InternalError}.
     *
     * @throws ElfFormatException if this is not an ELF file
     */
    public static ElfFile map(Path path) throws IOException {
        requireAddressable(path);
        try (FileChannel channel = FileChannel.open(path)) {
            return parse(path.toString(), channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private static void requireAddressable(Path path) throws IOException {
        long size = Files.size(path);
        if (size > Integer.MAX_VALUE - 8) {
            throw new ElfFormatException(
                    path.toString(), 0, null, "the file has " + size + " bytes, more than 2 GiB are not supported");
        }
    }

    /** The display name. */
    public String name() {
        return name;
    }

    /** The whole file. */
    public ByteBuffer bytes() {
        return bytes.duplicate().order(format.order());
    }

    /** The size of the file in bytes. */
    public int size() {
        return bytes.limit();
    }

    /** Class and byte order. */
    public ElfFormat format() {
        return format;
    }

    /** The ELF header. */
    public ElfHeader header() {
        return header;
    }

    /** The number of section headers, the empty one at index 0 included and extended numbering resolved. */
    public int sectionCount() {
        return sections.count();
    }

    /** The index of the section name table, extended numbering resolved; 0 for none. */
    public int sectionNamesIndex() {
        return sections.namesIndex();
    }

    /**
     * The section header at {@code index}, decoded afresh at each call.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public SectionHeader section(int index) {
        return sections.get(index);
    }

    /** All section headers, decoded as the list is read. */
    public List<SectionHeader> sections() {
        return new Sections();
    }

    /**
     * The name of a section, empty if the file has no section name table.
     *
     * @throws ElfFormatException if it is outside that table
     */
    public String sectionName(SectionHeader section) throws ElfFormatException {
        StringTable names = sections.names();
        return names == null ? "" : names.get(section.nameOffset());
    }

    /**
     * Whether a section has exactly this name, without making a string of it.
     *
     * @throws ElfFormatException if its name is outside the section name table
     */
    public boolean isNamed(SectionHeader section, byte[] sectionName) throws ElfFormatException {
        StringTable names = sections.names();
        return names == null ? sectionName.length == 0 : names.matches(section.nameOffset(), sectionName);
    }

    /** The first section of a type from index 1 on, or null. */
    public @Nullable SectionHeader firstOfType(int type) {
        return sections.firstOfType(type, 1);
    }

    /**
     * The first section of a name from index 1 on, or null.
     *
     * @throws ElfFormatException if a name is outside the section name table
     */
    public @Nullable SectionHeader firstNamed(String sectionName) throws ElfFormatException {
        return sections.firstNamed(sectionName);
    }

    /**
     * The section that {@code sh_link} names.
     *
     * @throws ElfFormatException if the file has no such section
     */
    public SectionHeader linked(SectionHeader section) throws ElfFormatException {
        return target(section, section.link(), "sh_link");
    }

    /**
     * The section that {@code sh_info} names; meaningful for relocations and under {@code SHF_INFO_LINK}.
     *
     * @throws ElfFormatException if the file has no such section
     */
    public SectionHeader infoLinked(SectionHeader section) throws ElfFormatException {
        return target(section, section.info(), "sh_info");
    }

    private SectionHeader target(SectionHeader section, long index, String field) throws ElfFormatException {
        if (index >= sectionCount()) {
            throw malformed(section, field + " is " + index + ", but the file has " + sectionCount() + " sections");
        }
        return section((int) index);
    }

    /**
     * The bytes of a section, none for {@code SHT_NOBITS} and {@code SHT_NULL}. They are the file's own, not a copy.
     *
     * @throws ElfFormatException if they are not within the file
     */
    public ByteBuffer content(SectionHeader section) throws ElfFormatException {
        if (SectionType.isWithoutBytes(section.type())) {
            return bytes.slice(0, 0).order(format.order());
        }
        if (!within(section.offset(), section.size())) {
            throw malformed(
                    section,
                    "sh_offset 0x" + Long.toHexString(section.offset()) + " and sh_size 0x"
                            + Long.toHexString(section.size()) + " reach beyond the end of the file, 0x"
                            + Integer.toHexString(size()));
        }
        return bytes.slice((int) section.offset(), (int) section.size()).order(format.order());
    }

    /**
     * The bytes of a segment.
     *
     * @throws ElfFormatException if they are not within the file
     */
    public ByteBuffer content(ProgramHeader segment) throws ElfFormatException {
        if (!within(segment.offset(), segment.fileSize())) {
            throw malformed(
                    header.programHeaderOffset(),
                    "p_offset 0x" + Long.toHexString(segment.offset()) + " and p_filesz 0x"
                            + Long.toHexString(segment.fileSize()) + " reach beyond the end of the file, 0x"
                            + Integer.toHexString(size()));
        }
        return bytes.slice((int) segment.offset(), (int) segment.fileSize()).order(format.order());
    }

    /**
     * A section as a table of strings.
     *
     * @throws ElfFormatException if it is of another type or outside the file
     */
    public StringTable strings(SectionHeader section) throws ElfFormatException {
        if (section.type() != SectionType.SHT_STRTAB) {
            throw malformed(section, typeIs(section) + ", must be SHT_STRTAB (3)");
        }
        return new StringTable(this, section);
    }

    /**
     * A section as a table of symbols.
     *
     * @throws ElfFormatException if it is of another type, its records have another size, it is outside the file, or its
     *     string table is
     */
    public SymbolTable symbols(SectionHeader section) throws ElfFormatException {
        if (!SectionType.isSymbols(section.type())) {
            throw malformed(section, typeIs(section) + ", must be SHT_SYMTAB (2) or SHT_DYNSYM (11)");
        }
        return new SymbolTable(this, section);
    }

    /**
     * A section as a table of relocations.
     *
     * @throws ElfFormatException if it is of another type, its records have another size, or it is outside the file
     */
    public RelocationTable relocations(SectionHeader section) throws ElfFormatException {
        if (!SectionType.isRelocations(section.type())) {
            throw malformed(section, typeIs(section) + ", must be SHT_RELA (4) or SHT_REL (9)");
        }
        return new RelocationTable(this, section);
    }

    /**
     * The program headers, none in a relocatable file.
     *
     * @throws ElfFormatException if the table is not within the file or its entries have another size
     */
    public List<ProgramHeader> programHeaders() throws ElfFormatException {
        return ProgramHeaders.read(this);
    }

    /**
     * The bytes after everything that the headers speak of, such as the signature that {@code scripts/sign-file} of the
     * kernel appends to a module; empty where there are none.
     *
     * @throws ElfFormatException if something that the headers speak of is outside the file
     */
    public ByteBuffer trailing() throws ElfFormatException {
        long end = Math.max(format.headerSize(), sections.end());
        for (SectionHeader section : sections()) {
            if (section.fileSize() > 0) {
                end = Math.max(end, section.offset() + content(section).limit());
            }
        }
        for (ProgramHeader segment : programHeaders()) {
            end = Math.max(end, segment.offset() + content(segment).limit());
        }
        end = Math.max(end, ProgramHeaders.end(this));
        return bytes.slice((int) end, size() - (int) end).order(format.order());
    }

    /**
     * A complaint about a section of this file.
     *
     * @param offset the byte in the file at which the wrong value stands
     * @param problem what is wrong and what would be right, without a full stop
     */
    public ElfFormatException malformed(SectionHeader section, long offset, String problem) {
        return new ElfFormatException(name, offset, describe(section), problem);
    }

    /** A complaint about the header of a section: the offset is that of the section header. */
    public ElfFormatException malformed(SectionHeader section, String problem) {
        return malformed(section, sections.offsetOf(section.index()), problem);
    }

    /** A complaint about something outside sections. */
    public ElfFormatException malformed(long offset, String problem) {
        return new ElfFormatException(name, offset, null, problem);
    }

    /** A section as a person would name it, {@code section [5] .text}; without the name if that cannot be read. */
    public String describe(SectionHeader section) {
        StringTable names = sections.names();
        String known = names == null ? null : names.find(section.nameOffset());
        return "section [" + section.index() + "]" + (known == null ? "" : " " + known);
    }

    /** The bytes of a section that holds records of {@code size} bytes each. */
    ByteBuffer records(SectionHeader section, int size) throws ElfFormatException {
        if (section.entrySize() != size) {
            throw malformed(
                    section, "sh_entsize is " + Long.toUnsignedString(section.entrySize()) + ", must be " + size);
        }
        if (section.size() % size != 0) {
            throw malformed(
                    section, "sh_size is 0x" + Long.toHexString(section.size()) + ", must be a multiple of " + size);
        }
        return content(section);
    }

    /** The table of extended section indices that belongs to the symbol table at {@code symbolsIndex}, or null. */
    @Nullable
    SectionHeader extendedIndices(int symbolsIndex) {
        SectionHeader found = sections.firstOfType(SectionType.SHT_SYMTAB_SHNDX, 1);
        while (found != null && found.link() != symbolsIndex) {
            found = sections.firstOfType(SectionType.SHT_SYMTAB_SHNDX, found.index() + 1);
        }
        return found;
    }

    /** Whether the range is within the file; huge unsigned values count as outside. */
    boolean within(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size() && length <= size() - offset;
    }

    private static String typeIs(SectionHeader section) {
        return "sh_type is 0x" + Integer.toHexString(section.type());
    }

    private final class Sections extends AbstractList<SectionHeader> implements RandomAccess {
        @Override
        public SectionHeader get(int index) {
            return section(Objects.checkIndex(index, sectionCount()));
        }

        @Override
        public int size() {
            return sectionCount();
        }
    }
}
