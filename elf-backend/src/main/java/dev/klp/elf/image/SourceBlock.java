package dev.klp.elf.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of bytes in the file that an image was read from.
 *
 * @param kind what it is
 * @param section the section, for {@link Kind#SECTION} only
 * @param offset its first byte in the file
 * @param size its size in bytes; 0 for a section that has no bytes in the file
 * @param alignment the power of two that its offset was a multiple of, as far as the file asks for it
 */
record SourceBlock(Kind kind, @Nullable Section section, long offset, long size, long alignment) {
    enum Kind {
        HEADER,
        SECTION,
        SECTION_HEADERS,
        /** Bytes that no header speaks of and that are too many for padding. */
        UNKNOWN
    }

    static SourceBlock header(ElfFormat format) {
        return new SourceBlock(Kind.HEADER, null, 0, format.headerSize(), 1);
    }

    long end() {
        return offset + size;
    }

    /**
     * All blocks of a file by offset.
     *
     * @throws ElfFormatException if two of them share bytes
     */
    static List<SourceBlock> inOrder(ElfFile file, List<Section> sections) throws ElfFormatException {
        List<SourceBlock> known = new ArrayList<>();
        known.add(header(file.format()));
        for (Section section : sections) {
            SectionHeader header = section.origin();
            if (header != null) {
                known.add(new SourceBlock(
                        Kind.SECTION, section, header.offset(), header.fileSize(), alignment(file, header)));
            }
        }
        if (file.sectionCount() > 0) {
            known.add(new SourceBlock(
                    Kind.SECTION_HEADERS,
                    null,
                    file.header().sectionHeaderOffset(),
                    (long) file.sectionCount() * file.format().sectionHeaderSize(),
                    file.format().wordSize()));
        }
        known.sort(Comparator.comparingLong(SourceBlock::sortOffset).thenComparing(block -> block.size > 0));
        return withUnknown(file, known);
    }

    private static List<SourceBlock> withUnknown(ElfFile file, List<SourceBlock> known) throws ElfFormatException {
        List<SourceBlock> all = new ArrayList<>();
        SourceBlock previous = null;
        long end = 0;
        for (SourceBlock block : known) {
            if (block.size > 0) {
                if (block.offset < end) {
                    throw overlap(file, block, previous);
                }
                if (previous != null && block.offset - end >= block.alignment) {
                    all.add(new SourceBlock(Kind.UNKNOWN, null, end, block.offset - end, 1));
                }
                end = block.end();
                previous = block;
            }
            all.add(block);
        }
        return List.copyOf(all);
    }

    private static ElfFormatException overlap(ElfFile file, SourceBlock block, @Nullable SourceBlock previous) {
        return file.malformed(
                block.offset,
                block.label(file) + " shares bytes with " + (previous == null ? "another" : previous.label(file))
                        + ", must stand alone");
    }

    private String label(ElfFile file) {
        SectionHeader header = section == null ? null : section.origin();
        if (header != null) {
            return file.describe(header);
        }
        return kind == Kind.HEADER ? "the ELF header" : "the section header table";
    }

    /** Offsets of sections without bytes mean little: huge ones sort last, and none sorts before the ELF header. */
    private long sortOffset() {
        if (kind == Kind.HEADER) {
            return -1;
        }
        return offset < 0 ? Long.MAX_VALUE : offset;
    }

    /**
     * A section that was not aligned as it asks need not be after a change, and one that asks for more than any file is
     * long must not blow the file up.
     */
    private static long alignment(ElfFile file, SectionHeader header) throws ElfFormatException {
        long asked = Math.max(1, header.alignment());
        if (Long.bitCount(asked) != 1) {
            throw file.malformed(
                    header,
                    "sh_addralign is " + Long.toUnsignedString(header.alignment()) + ", must be 0 or a power of two");
        }
        long held = header.offset() <= 0 ? 1 : Long.lowestOneBit(header.offset());
        return asked < 0 ? held : Math.min(asked, held);
    }
}
