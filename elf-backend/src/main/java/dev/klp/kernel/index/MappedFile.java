package dev.klp.kernel.index;

import dev.klp.kernel.index.IndexFormat.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index file in memory. It holds no file handle once opened; the mapping ends when the garbage collector finds it unused after
 * {@link #close}. Whoever replaces the file by renaming leaves this one as it was. Whoever cuts it in place breaks the promise that
 * every writer here keeps, and the virtual machine answers with {@link InternalError}.
 */
final class MappedFile {
    private final Path path;
    private final Header header;
    private final Map<Part, Region> regions = new EnumMap<>(Part.class);
    private @Nullable ByteBuffer bytes;
    /** Written by any thread, only ever to true: checking a block twice does no harm. */
    private final boolean[] checked;

    private MappedFile(Path path, ByteBuffer bytes, Header header) throws IndexFormatException {
        this.path = path;
        this.bytes = bytes;
        this.header = header;
        this.checked = new boolean[header.blockCount()];
        for (int i = 0; i < header.partCount(); i++) {
            addRegion(bytes, IndexFormat.HEADER_BYTES + i * IndexFormat.DIRECTORY_ENTRY_BYTES);
        }
    }

    private void addRegion(ByteBuffer source, int at) throws IndexFormatException {
        int id = source.getInt(at);
        long offset = source.getLong(at + 8);
        long size = source.getLong(at + 16);
        if (offset < header.blocksStart() || size < 0 || size > header.checksumsOffset() - offset) {
            throw IndexFormatException.damaged(path, at, "part " + id + " is not within the file");
        }
        for (Part part : Part.values()) {
            if (part.id() == id) {
                regions.put(part, new Region(this, part.label(), (int) offset, (int) size));
            }
        }
    }

    static MappedFile open(Path path) throws IOException {
        ByteBuffer bytes;
        try (FileChannel channel = FileChannel.open(path)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) {
                throw new IndexFormatException(path, "is larger than 2 GiB, which no index is");
            }
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
        }
        return new MappedFile(path, bytes, Header.read(path, bytes));
    }

    Path path() {
        return path;
    }

    /** A part; an empty one if the file hasn't got it. */
    Region region(Part part) {
        Region region = regions.get(part);
        return region == null ? new Region(this, part.label(), (int) header.blocksStart(), 0) : region;
    }

    /** Whether the file has a part. */
    boolean has(Part part) {
        return regions.containsKey(part);
    }

    /** The bytes, after every block that the range touches was checked. */
    ByteBuffer checked(int offset, int length) {
        ByteBuffer mapped = bytes;
        if (mapped == null) {
            throw new IllegalStateException(path + ": the index is closed");
        }
        int first = (offset - (int) header.blocksStart()) / IndexFormat.BLOCK_BYTES;
        int last = (offset + Math.max(length, 1) - 1 - (int) header.blocksStart()) / IndexFormat.BLOCK_BYTES;
        for (int i = first; i <= last && i < checked.length; i++) {
            if (!checked[i]) {
                check(mapped, i);
            }
        }
        return mapped;
    }

    private void check(ByteBuffer mapped, int index) {
        long start = header.blocksStart() + (long) index * IndexFormat.BLOCK_BYTES;
        long end = Math.min(start + IndexFormat.BLOCK_BYTES, header.checksumsOffset());
        int expected = mapped.getInt((int) header.checksumsOffset() + index * Integer.BYTES);
        if (IndexWriter.crc(mapped.slice((int) start, (int) (end - start))) != expected) {
            throw damaged(start, "the block's checksum does not match its bytes");
        }
        checked[index] = true;
    }

    /** Checks every block at once. */
    void checkAll() {
        checked((int) header.blocksStart(), (int) (header.checksumsOffset() - header.blocksStart()));
    }

    UncheckedIOException damaged(long offset, String reason) {
        return new UncheckedIOException(IndexFormatException.damaged(path, offset, reason));
    }

    void close() {
        bytes = null;
        Arrays.fill(checked, false);
    }
}
