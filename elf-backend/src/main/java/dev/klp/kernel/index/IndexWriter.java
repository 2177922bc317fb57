package dev.klp.kernel.index;

import dev.klp.io.AtomicFile;
import dev.klp.kernel.index.IndexFormat.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes an index file: lays its parts out, sums its blocks up, and puts it in place as a whole. */
public final class IndexWriter {
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private final ByteSink directory = new ByteSink();
    private final ByteSink checksums = new ByteSink();
    private final CRC32C block = new CRC32C();
    private final long start;
    private long position;

    private IndexWriter(int parts) {
        this.start = IndexFormat.HEADER_BYTES + (long) parts * IndexFormat.DIRECTORY_ENTRY_BYTES;
        this.position = start;
    }

    /**
     * Writes an index. Whoever reads the file that was there before goes on reading that one.
     *
     * @throws IOException if it can't be written; the file that was there before is then untouched
     */
    public static void write(KernelContents contents, Path file) throws IOException {
        Map<Part, List<ByteBuffer>> parts = new IndexParts(contents).build();
        IndexWriter writer = new IndexWriter(parts.size());
        for (Map.Entry<Part, List<ByteBuffer>> part : parts.entrySet()) {
            writer.addPart(part.getKey(), part.getValue());
        }
        writer.finishBlock();
        ByteBuffer header = writer.header();
        AtomicFile.write(file, output -> writer.writeTo(output, header));
    }

    private void addPart(Part part, List<ByteBuffer> content) {
        add(ByteBuffer.allocate((int) (-position & (IndexFormat.PART_ALIGNMENT - 1))));
        long from = position;
        content.forEach(this::add);
        directory.u32(part.id()).u32(0).u64(from).u64(position - from);
    }

    private void add(ByteBuffer piece) {
        pieces.add(piece);
        ByteBuffer rest = piece.duplicate();
        while (rest.hasRemaining()) {
            int inBlock = (int) ((position - start) % IndexFormat.BLOCK_BYTES);
            int count = Math.min(rest.remaining(), IndexFormat.BLOCK_BYTES - inBlock);
            ByteBuffer chunk = rest.slice(rest.position(), count);
            block.update(chunk);
            rest.position(rest.position() + count);
            position += count;
            if (inBlock + count == IndexFormat.BLOCK_BYTES) {
                checksums.u32((int) block.getValue());
                block.reset();
            }
        }
    }

    private void finishBlock() {
        if ((position - start) % IndexFormat.BLOCK_BYTES != 0) {
            checksums.u32((int) block.getValue());
        }
    }

    private ByteBuffer header() {
        ByteBuffer header = ByteBuffer.allocate(IndexFormat.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(IndexFormat.MAGIC);
        header.putInt(IndexFormat.VERSION);
        header.putInt(IndexFormat.BLOCK_BYTES);
        header.putLong(position + checksums.size());
        header.putLong(position);
        header.putInt(checksums.size() / Integer.BYTES);
        header.putInt(directory.size() / IndexFormat.DIRECTORY_ENTRY_BYTES);
        header.putInt(crc(checksums.content()));
        header.putInt(crc(directory.content()));
        int sumAt = IndexFormat.HEADER_BYTES - Integer.BYTES;
        header.putInt(sumAt, crc(header.slice(0, sumAt)));
        return header.clear();
    }

    private void writeTo(WritableByteChannel output, ByteBuffer header) throws IOException {
        output.write(header);
        output.write(directory.content());
        for (ByteBuffer piece : pieces) {
            output.write(piece);
        }
        output.write(checksums.content());
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
