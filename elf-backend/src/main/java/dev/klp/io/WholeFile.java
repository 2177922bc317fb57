package dev.klp.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files as a whole. What has no end or cannot be held in one array is refused instead of read until the memory is
 * full, and every failure names the file.
 */
public final class WholeFile {
    /** The longest array that every JVM makes. */
    public static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    /** The bits of {@code st_mode} that say what a file is, and two of their values: inode(7). */
    private static final int TYPE_MASK = 0170000;

    private static final int CHARACTER_DEVICE = 0020000;
    private static final int BLOCK_DEVICE = 0060000;

    private WholeFile() {}

    /**
     * The bytes of a file or of a pipe.
     *
     * @throws FileSystemException naming the file and the reason if it cannot be read, is a folder or a device, or has
     *     more than {@link #MAX_BYTES} bytes
     */
    public static byte[] read(Path path) throws IOException {
        requireReadable(path);
        try {
            if (Files.isRegularFile(path)) {
                return Files.readAllBytes(path);
            }
            try (InputStream pipe = Files.newInputStream(path)) {
                byte[] bytes = pipe.readNBytes(MAX_BYTES);
                if (pipe.read() >= 0) {
                    throw refusal(path, "has more than 2 GiB");
                }
                return bytes;
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw AtomicFile.failure(path, e);
        }
    }

    /**
     * Refuses what is not worth opening.
     *
     * @throws FileSystemException naming the file and the reason if it does not exist, is a folder or a device, or has
     *     more than {@link #MAX_BYTES} bytes
     */
    public static void requireReadable(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw refusal(path, "is a folder, not a file");
        }
        if (isDevice(path)) {
            throw refusal(path, "is a device, not a file");
        }
        long size = Files.size(path);
        if (size > MAX_BYTES) {
            throw refusal(path, "has " + size + " bytes, more than 2 GiB");
        }
    }

    private static boolean isDevice(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        int type = (Integer) Files.getAttribute(path, "unix:mode") & TYPE_MASK;
        return type == CHARACTER_DEVICE || type == BLOCK_DEVICE;
    }

    private static FileSystemException refusal(Path path, String reason) {
        return new FileSystemException(path.toString(), null, reason);
    }
}
