package dev.klp.elf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The section headers of one file, with extended numbering resolved: from 0xff00 sections on, the count is in
 * {@code sh_size} of section 0, and the index of the name table in its {@code sh_link} (gABI 4, "ELF Header",
 * {@code e_shnum} and {@code e_shstrndx}).
 */
final class SectionHeaderTable {
    private static final int E_SHENTSIZE_FROM_END = 6;

    private final ElfFile file;
    private final int start;
    private final int count;
    private final int namesIndex;
    private final @Nullable StringTable names;

    private SectionHeaderTable(ElfFile file, int start, int count, int namesIndex) throws ElfFormatException {
        this.file = file;
        this.start = start;
        this.count = count;
        this.namesIndex = namesIndex;
        this.names = namesIndex == 0 ? null : nameTable();
    }

    static SectionHeaderTable locate(ElfFile file) throws ElfFormatException {
        ElfHeader header = file.header();
        long start = header.sectionHeaderOffset();
        if (start == 0) {
            if (header.sectionHeaderCount() != 0) {
                throw file.malformed(0, "e_shoff is 0, but e_shnum is " + header.sectionHeaderCount());
            }
            return new SectionHeaderTable(file, 0, 0, 0);
        }
        int size = file.format().sectionHeaderSize();
        if (header.sectionHeaderSize() != size) {
            throw file.malformed(
                    file.format().headerSize() - E_SHENTSIZE_FROM_END,
                    "e_shentsize is " + header.sectionHeaderSize() + ", must be " + size);
        }
        requireWithin(file, start, Math.max(1, header.sectionHeaderCount()));
        SectionHeader first = SectionHeader.read(file.format(), file.bytes(), (int) start, 0);
        long count = header.sectionHeaderCount() == 0 ? first.size() : header.sectionHeaderCount();
        if (count == 0) {
            throw file.malformed(
                    start,
                    "e_shoff is 0x" + Long.toHexString(start)
                            + ", but e_shnum and sh_size of section 0 are both 0: a table has section 0 at least");
        }
        requireWithin(file, start, count);
        if (first.type() != SectionType.SHT_NULL) {
            throw file.malformed(
                    start, "sh_type of section 0 is 0x" + Integer.toHexString(first.type()) + ", must be SHT_NULL (0)");
        }
        boolean extended = header.sectionNamesIndex() == SectionIndex.SHN_XINDEX;
        long names = extended ? first.link() : header.sectionNamesIndex();
        if (names != 0 && names >= count) {
            throw file.malformed(
                    extended ? start : file.format().headerSize() - 2,
                    "e_shstrndx is " + names + ", but the file has " + count + " sections");
        }
        return new SectionHeaderTable(file, (int) start, (int) count, (int) names);
    }

    private static void requireWithin(ElfFile file, long start, long count) throws ElfFormatException {
        int size = file.format().sectionHeaderSize();
        if (count < 0 || count > file.size() / size || !file.within(start, count * size)) {
            throw file.malformed(
                    start,
                    "the section header table at e_shoff 0x" + Long.toHexString(start) + " with "
                            + Long.toUnsignedString(count) + " entries of " + size
                            + " bytes reaches beyond the end of the file, 0x" + Integer.toHexString(file.size()));
        }
    }

    private StringTable nameTable() throws ElfFormatException {
        SectionHeader section = get(namesIndex);
        if (section.type() != SectionType.SHT_STRTAB) {
            throw file.malformed(
                    offsetOf(namesIndex),
                    "e_shstrndx is " + namesIndex + ", whose sh_type is 0x" + Integer.toHexString(section.type())
                            + ", must be SHT_STRTAB (3)");
        }
        if (!file.within(section.offset(), section.size())) {
            throw file.malformed(
                    offsetOf(namesIndex),
                    "the section name table at sh_offset 0x" + Long.toHexString(section.offset()) + " of 0x"
                            + Long.toHexString(section.size()) + " bytes reaches beyond the end of the file, 0x"
                            + Integer.toHexString(file.size()));
        }
        return new StringTable(file, section);
    }

    int count() {
        return count;
    }

    int namesIndex() {
        return namesIndex;
    }

    @Nullable
    StringTable names() {
        return names;
    }

    SectionHeader get(int index) {
        Objects.checkIndex(index, count);
        return SectionHeader.read(file.format(), file.bytes(), (int) offsetOf(index), index);
    }

    long offsetOf(int index) {
        return start + (long) index * file.format().sectionHeaderSize();
    }

    long end() {
        return offsetOf(count);
    }

    @Nullable
    SectionHeader firstOfType(int type, int from) {
        ByteBuffer bytes = file.bytes();
        for (int index = from; index < count; index++) {
            if (bytes.getInt((int) offsetOf(index) + SectionHeader.TYPE_AT) == type) {
                return get(index);
            }
        }
        return null;
    }

    @Nullable
    SectionHeader firstNamed(String name) throws ElfFormatException {
        if (names == null) {
            return null;
        }
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = file.bytes();
        for (int index = 1; index < count; index++) {
            if (names.matches(ElfFormat.unsigned(bytes, (int) offsetOf(index)), wanted)) {
                return get(index);
            }
        }
        return null;
    }
}
