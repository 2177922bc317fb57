package dev.klp.kernel.indexer;

import dev.klp.io.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads whole files into a buffer that is used again: thousands of modules leave no garbage. For one thread. */
final class FileReader {
    /** For larger reads into the heap the JDK keeps a buffer of their size outside it. */
    private static final int PIECE_BYTES = 1 << 20;

    private byte[] buffer = new byte[1 << 20];

    /** The bytes of a file, valid until the next call. */
    ByteBuffer read(Path path) throws IOException {
        WholeFile.requireReadable(path);
        try (FileChannel channel = FileChannel.open(path)) {
            return read(channel, (int) channel.size());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(path.toString(), null, e.getMessage());
        }
    }

    /** Files of {@code /proc} say that they have no bytes, and have some: what comes counts. */
    private ByteBuffer read(FileChannel channel, int size) throws IOException {
        reserve(size + 1);
        int used = 0;
        while (true) {
            reserve(used + 1);
            ByteBuffer piece = ByteBuffer.wrap(buffer, used, Math.min(PIECE_BYTES, buffer.length - used));
            int count = channel.read(piece);
            if (count < 0) {
                return ByteBuffer.wrap(buffer, 0, used).slice();
            }
            used += count;
        }
    }

    private void reserve(int size) {
        if (size > buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(WholeFile.MAX_BYTES, Math.max(size, buffer.length * 2L)));
        }
    }
}
