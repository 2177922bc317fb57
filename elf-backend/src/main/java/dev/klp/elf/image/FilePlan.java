package dev.klp.elf.image;

import dev.klp.elf.ElfFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where everything goes in the file. What was read keeps its order and, as long as nothing before it changes its size,
 * its place; new sections follow the last one that was read.
 */
final class FilePlan {
    /**
     * One range of the new file.
     *
     * @param kind what it is
     * @param section the section, for {@link SourceBlock.Kind#SECTION} only
     * @param offset its first byte
     * @param size its size in bytes
     * @param gapSource where the padding before it stood in the source
     * @param gapSourceSize how many bytes of padding the source had; zeros follow if more are needed
     */
    record Block(
            SourceBlock.Kind kind,
            @Nullable Section section,
            long offset,
            long size,
            long gapSource,
            long gapSourceSize) {}

    private final ElfImage image;
    private final ToLongFunction<Section> sizes;
    private final long headerTableSize;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Section, Long> offsets = new HashMap<>();
    private long headerTableOffset;
    private long position;
    private long sourcePosition;

    private FilePlan(ElfImage image, ToLongFunction<Section> sizes, long headerTableSize) {
        this.image = image;
        this.sizes = sizes;
        this.headerTableSize = headerTableSize;
    }

    /**
     * Plans the file.
     *
     * @param sections all sections to be written, in the order of their indices
     * @param sizes the size in the file of each section
     * @param headerTableSize the size of the section header table in bytes
     */
    static FilePlan of(ElfImage image, List<Section> sections, ToLongFunction<Section> sizes, long headerTableSize)
            throws ElfFormatException {
        FilePlan plan = new FilePlan(image, sizes, headerTableSize);
        plan.place(sections);
        if (plan.position + image.trailing().limit() > Integer.MAX_VALUE) {
            throw new ElfFormatException(image.name(), 0, null, "the changed file would be larger than 2 GiB");
        }
        return plan;
    }

    private void place(List<Section> sections) {
        Set<Section> kept = new HashSet<>(sections);
        List<SourceBlock> source = image.sourceOrder();
        int lastSection = 0;
        for (int i = 0; i < source.size(); i++) {
            if (source.get(i).kind() == SourceBlock.Kind.SECTION
                    && source.get(i).size() > 0) {
                lastSection = i;
            }
        }
        boolean hasTable = false;
        for (int i = 0; i < source.size(); i++) {
            SourceBlock block = source.get(i);
            hasTable |= block.kind() == SourceBlock.Kind.SECTION_HEADERS;
            if (block.section() == null || kept.contains(block.section())) {
                placeSource(block);
            } else {
                sourcePosition = Math.max(sourcePosition, block.size() > 0 ? block.end() : 0);
            }
            if (i == lastSection) {
                sections.stream().filter(section -> section.origin() == null).forEach(this::placeNew);
            }
        }
        if (!hasTable && headerTableSize > 0) {
            placeTable();
        }
    }

    private void placeSource(SourceBlock block) {
        long size = newSize(block);
        long offset = block.offset();
        boolean shifted = position != sourcePosition;
        if (shifted || wantsOtherPlace(block, size)) {
            offset = align(position, alignment(block));
        }
        if (block.size() > 0) {
            long gap = Math.max(0, Math.min(block.offset() - sourcePosition, offset - position));
            add(block.kind(), block.section(), offset, size, sourcePosition, gap);
            sourcePosition = block.end();
        } else {
            add(block.kind(), block.section(), offset, size, 0, 0);
        }
    }

    /** A section that had no bytes and now has some stands nowhere; one of another alignment may stand wrong. */
    private boolean wantsOtherPlace(SourceBlock block, long size) {
        return block.size() == 0 && size > 0
                || block.offset() % alignment(block) != 0 && block.kind() == SourceBlock.Kind.SECTION && size > 0;
    }

    private void placeNew(Section section) {
        long offset = align(position, Math.max(1, section.alignment()));
        add(SourceBlock.Kind.SECTION, section, offset, sizes.applyAsLong(section), 0, 0);
    }

    private void placeTable() {
        long offset = align(position, image.format().wordSize());
        add(SourceBlock.Kind.SECTION_HEADERS, null, offset, headerTableSize, 0, 0);
    }

    private void add(
            SourceBlock.Kind kind, @Nullable Section section, long offset, long size, long gapSource, long gapSize) {
        if (section != null) {
            offsets.put(section, offset);
        }
        if (kind == SourceBlock.Kind.SECTION_HEADERS) {
            headerTableOffset = offset;
        }
        if (size > 0) {
            blocks.add(new Block(kind, section, offset, size, gapSource, gapSize));
            position = offset + size;
        }
    }

    private long newSize(SourceBlock block) {
        Section section = block.section();
        if (section != null) {
            return sizes.applyAsLong(section);
        }
        return block.kind() == SourceBlock.Kind.SECTION_HEADERS ? headerTableSize : block.size();
    }

    private static long alignment(SourceBlock block) {
        Section section = block.section();
        return section != null && section.isRealigned() ? Math.max(1, section.alignment()) : block.alignment();
    }

    private static long align(long position, long alignment) {
        return (position + alignment - 1) & -alignment;
    }

    /** The ranges in the order of the file, without empty ones. */
    List<Block> blocks() {
        return blocks;
    }

    /** {@code sh_offset} of a section. */
    long offsetOf(Section section) {
        Long offset = offsets.get(section);
        if (offset == null) {
            throw new IllegalStateException("section " + section + " has no place");
        }
        return offset;
    }

    /** {@code e_shoff}. */
    long headerTableOffset() {
        return headerTableOffset;
    }

    /** The byte after the last range: where trailing bytes begin. */
    long end() {
        return position;
    }
}
