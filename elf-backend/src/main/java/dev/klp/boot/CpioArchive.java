package dev.klp.boot;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a cpio archive in the "newc" format, the one that the kernel unpacks as its first file system
 * ({@code Documentation/driver-api/early-userspace/buffer-format.rst}). Owner, times and inode numbers do not depend on
 * the host.
 */
final class CpioArchive implements Closeable {
    private static final String MAGIC = "070701";
    private static final int FOLDER = 0040755;
    private static final int PROGRAM = 0100755;
    private static final long MAX_SIZE = 0xffff_ffffL;

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

    /** Adds an executable text file. */
    void program(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(name, PROGRAM, bytes.length);
        write(bytes);
        pad();
    }

    /** Adds a copy of a file of the host as an executable file. */
    void file(String name, Path source) throws IOException {
        long size = Files.size(source);
        if (size > MAX_SIZE) {
            throw new BootException(source + ": " + size + " bytes do not fit into a cpio archive");
        }
        header(name, PROGRAM, size);
        long before = written;
        written += Files.copy(source, out);
        if (written - before != size) {
            throw new BootException(source + ": changed while it was read");
        }
        pad();
    }

    /** Writes the trailer without which the kernel takes the archive for cut off. */
    @Override
    public void close() throws IOException {
        header("TRAILER!!!", 0, 0);
        out.close();
    }

    private void header(String name, int mode, long size) throws IOException {
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
        out.write(bytes);
        written += bytes.length;
    }

    private void pad() throws IOException {
        write(new byte[(int) (-written & 3)]);
    }
}
