package dev.klp.elf.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.ElfHeader;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Writes an image. Ranges that did not change go straight from the source's buffer to the channel, neighbouring ones in
 * one piece.
 */
public final class ElfWriter {
    private final ElfLayout layout;
    private final ElfImage image;
    private final SequentialOutput output;

    private ElfWriter(ElfLayout layout, WritableByteChannel channel) {
        this.layout = layout;
        this.image = layout.image();
        this.output = new SequentialOutput(channel, image.source());
    }

    /**
     * Writes an image to a channel.
     *
     * @throws ElfFormatException if the image cannot be laid out, or what it was read from is malformed
     * @throws IOException if the channel fails
     */
    public static void write(ElfImage image, WritableByteChannel channel) throws IOException {
        write(ElfLayout.of(image), channel);
    }

    /**
     * Writes an image as laid out; it must not have changed since.
     *
     * @throws ElfFormatException if what the image was read from is malformed
     * @throws IOException if the channel fails
     */
    public static void write(ElfLayout layout, WritableByteChannel channel) throws IOException {
        new ElfWriter(layout, channel).write();
    }

    /**
     * The file as bytes, from position 0 to the limit, which is also the capacity.
     *
     * @throws ElfFormatException if the image cannot be laid out, or what it was read from is malformed
     */
    public static ByteBuffer toBytes(ElfImage image) throws ElfFormatException {
        ElfLayout layout = ElfLayout.of(image);
        MemoryChannel memory = new MemoryChannel(layout.size());
        try {
            write(layout, memory);
        } catch (ElfFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return memory.bytes();
    }

    private void write() throws IOException {
        ContentEncoder encoder = new ContentEncoder(layout);
        for (FilePlan.Block block : layout.plan().blocks()) {
            output.pad(block.offset(), block.gapSource(), block.gapSourceSize());
            switch (block.kind()) {
                case HEADER -> output.write(header());
                case SECTION_HEADERS -> output.write(sectionHeaders());
                case UNKNOWN -> output.copy(block.gapSource(), block.size());
                case SECTION -> {
                    Section section = block.section();
                    if (section != null) {
                        encoder.encode(section, output);
                    }
                }
            }
            output.requirePosition(block.offset() + block.size());
        }
        output.write(image.trailing());
        output.finish();
        output.requirePosition(layout.size());
    }

    private ByteBuffer header() {
        ElfHeader old = image.header();
        int count =
                layout.plan().headerTableOffset() == 0 ? 0 : layout.sections().size() + 1;
        int names = layout.indexOf(image.sectionNames());
        ElfFile source = image.source();
        boolean sameCount = source != null && source.sectionCount() == count;
        boolean sameNames = source != null && source.sectionNamesIndex() == names;
        ElfHeader header = new ElfHeader(
                old.osAbi(),
                old.abiVersion(),
                old.type(),
                old.machine(),
                old.version(),
                old.entry(),
                old.programHeaderOffset(),
                layout.plan().headerTableOffset(),
                old.flags(),
                old.headerSize(),
                old.programHeaderSize(),
                old.programHeaderCount(),
                old.sectionHeaderSize(),
                sameCount ? old.sectionHeaderCount() : count < SectionIndex.SHN_LORESERVE ? count : 0,
                sameNames
                        ? old.sectionNamesIndex()
                        : names < SectionIndex.SHN_LORESERVE ? names : SectionIndex.SHN_XINDEX);
        if (source == null) {
            return header.encode(image.format());
        }
        ByteBuffer bytes = ByteBuffer.allocate(image.format().headerSize())
                .put(source.bytes().slice(0, image.format().headerSize()))
                .flip()
                .order(image.format().order());
        header.write(image.format(), bytes);
        return bytes;
    }

    private ByteBuffer sectionHeaders() {
        ElfFormat format = image.format();
        int size = format.sectionHeaderSize();
        ByteBuffer bytes =
                ByteBuffer.allocate((layout.sections().size() + 1) * size).order(format.order());
        first().write(format, bytes, 0);
        int at = size;
        for (Section section : layout.sections()) {
            layout.header(section).write(format, bytes, at);
            at += size;
        }
        return bytes;
    }

    /** Section 0 is empty, but for what extended numbering keeps in it. */
    private SectionHeader first() {
        ElfFile source = image.source();
        SectionHeader old = source != null && source.sectionCount() > 0
                ? source.section(0)
                : new SectionHeader(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        int count = layout.sections().size() + 1;
        int names = layout.indexOf(image.sectionNames());
        boolean sameCount = source != null && source.sectionCount() == count;
        boolean sameNames = source != null && source.sectionNamesIndex() == names;
        return new SectionHeader(
                0,
                old.nameOffset(),
                old.type(),
                old.flags(),
                old.address(),
                old.offset(),
                sameCount ? old.size() : count < SectionIndex.SHN_LORESERVE ? 0 : count,
                sameNames ? old.link() : names < SectionIndex.SHN_LORESERVE ? 0 : names,
                old.info(),
                old.alignment(),
                old.entrySize());
    }
}
