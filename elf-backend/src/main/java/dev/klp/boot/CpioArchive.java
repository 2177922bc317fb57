package dev.klp.boot;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a cpio archive in the "newc" format, the one that the kernel unpacks as its first file system
 * ({@code Documentation/driver-api/early-userspace/buffer-format.rst}). Owner, times and inode numbers do not depend on
 * the host.
 */
final class CpioArchive implements Closeable {
    private static final String MAGIC = "070701";
    private static final int FOLDER = 0040755;
    private static final int PROGRAM = 0100755;
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private int inode = 1;
    private long written;

    CpioArchive(OutputStream out) {
        this.out = out;
    }

    /** Adds a folder; the folder above it must have been added before. */
    void folder(String name) throws IOException {
        header(name, FOLDER, 0);
    }

    /** Adds an executable file; the content is left as it is. */
    void file(String name, ByteBuffer content) throws IOException {
        ByteBuffer rest = content.duplicate();
        header(name, PROGRAM, rest.remaining());
        byte[] chunk = new byte[CHUNK];
        while (rest.hasRemaining()) {
            int length = Math.min(chunk.length, rest.remaining());
            rest.get(chunk, 0, length);
            write(chunk, length);
        }
        pad();
    }

    /** Writes the trailer without which the kernel takes the archive for cut off. */
    @Override
    public void close() throws IOException {
        header("TRAILER!!!", 0, 0);
        out.close();
    }

    private void header(String name, int mode, int size) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        long[] fields = {inode++, mode, 0, 0, 1, 0, size, 0, 0, 0, 0, nameBytes.length + 1L, 0};
        StringBuilder header = new StringBuilder(MAGIC);
        for (long field : fields) {
            header.append(String.format("%08x", field));
        }
        write(header.toString().getBytes(StandardCharsets.US_ASCII));
        write(nameBytes);
        write(new byte[1]);
        pad();
    }

    private void write(byte[] bytes) throws IOException {
        write(bytes, bytes.length);
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        written += length;
    }

    private void pad() throws IOException {
        write(new byte[(int) (-written & 3)]);
    }
}
