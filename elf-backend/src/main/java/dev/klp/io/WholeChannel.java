package dev.klp.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * A channel that takes each buffer whole and tells of failures with the name of the file meant. Large buffers go in
 * pieces: for one on the heap the JDK keeps a copy outside the heap, as large as the largest write.
 */
final class WholeChannel implements WritableByteChannel {
    private static final int PIECE_BYTES = 1 << 20;

    private final FileChannel channel;
    private final Path target;

    WholeChannel(FileChannel channel, Path target) {
        this.channel = channel;
        this.target = target;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        int end = source.limit();
        try {
            while (source.position() < end) {
                source.limit(Math.min(end, source.position() + PIECE_BYTES));
                channel.write(source);
            }
        } catch (IOException e) {
            throw AtomicFile.failure(target, e);
        } finally {
            source.limit(end);
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
