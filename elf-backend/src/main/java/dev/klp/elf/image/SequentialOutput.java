package dev.klp.elf.image;

import dev.klp.elf.ElfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** Writes ranges one after the other and joins neighbouring ranges of the source into one write. */
final class SequentialOutput {
    private final WritableByteChannel channel;
    private final ByteBuffer source;
    private long position;
    /** The range of the source that is still to be written. */
    private long pendingStart;

    private long pendingEnd;

    SequentialOutput(WritableByteChannel channel, @Nullable ElfFile source) {
        this.channel = channel;
        this.source = source == null ? ByteBuffer.allocate(0) : source.bytes();
    }

    /** Copies a range of the source. */
    void copy(long offset, long size) throws IOException {
        if (offset != pendingEnd) {
            flush();
            pendingStart = offset;
        }
        pendingEnd = offset + size;
        position += size;
    }

    /** Writes a buffer from its position to its limit. */
    void write(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining()) {
            flush();
            position += bytes.remaining();
            drain(bytes);
        }
    }

    /** Pads up to {@code offset}: first with bytes that stood there in the source, then with zeros. */
    void pad(long offset, long sourceOffset, long sourceSize) throws IOException {
        if (sourceSize > 0) {
            copy(sourceOffset, sourceSize);
        }
        if (offset > position) {
            write(ByteBuffer.allocate((int) (offset - position)));
        }
    }

    void requirePosition(long planned) {
        if (position != planned) {
            throw new AssertionError(
                    "wrote up to 0x" + Long.toHexString(position) + ", planned 0x" + Long.toHexString(planned));
        }
    }

    void finish() throws IOException {
        flush();
    }

    private void flush() throws IOException {
        if (pendingEnd > pendingStart) {
            drain(source.slice((int) pendingStart, (int) (pendingEnd - pendingStart)));
        }
        pendingStart = 0;
        pendingEnd = 0;
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
