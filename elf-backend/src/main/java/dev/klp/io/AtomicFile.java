package dev.klp.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file as a whole or not at all: into a temporary file in the same folder, synced to the disk, then renamed over
 * the target. Whoever has the old file open or mapped keeps the old bytes. A failure leaves the target as it was and
 * nothing beside it.
 *
 * <p>A target that exists and is no regular file (a device, a pipe) cannot be replaced and is written directly. A
 * symbolic link stays; what it points at is replaced.
 */
public final class AtomicFile {
    private static final FileAttribute<?>[] NO_ATTRIBUTES = {};

    private AtomicFile() {}

    /** What writes the bytes. Its channel takes every byte of a buffer in one call. */
    @FunctionalInterface
    public interface Body {
        /** Writes all bytes of the file to {@code output}. */
        void writeTo(WritableByteChannel output) throws IOException;
    }

    /**
     * Writes {@code target}. An existing file keeps its permissions, a new one gets the process's default.
     *
     * @throws FileSystemException naming the target and the reason if it cannot be written; what {@code body} throws
     *     passes unchanged
     */
    public static void write(Path target, Body body) throws IOException {
        write(target, null, body);
    }

    /**
     * Writes {@code target}. An existing file keeps its permissions, a new one gets those of {@code model}.
     *
     * @param model a file whose permissions a new target takes, or null for the process's default
     * @throws FileSystemException naming the target and the reason if it cannot be written; what {@code body} throws
     *     passes unchanged
     */
    public static void write(Path target, @Nullable Path model, Body body) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a folder");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            writeDirectly(target, body);
            return;
        }
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        replace(target, real, permissions(Files.exists(real) ? real : model), body);
    }

    private static void writeDirectly(Path target, Body body) throws IOException {
        try (FileChannel channel = open(target, target, NO_ATTRIBUTES, StandardOpenOption.WRITE)) {
            body.writeTo(new WholeChannel(channel, target));
        }
    }

    private static void replace(Path target, Path real, @Nullable Set<PosixFilePermission> permissions, Body body)
            throws IOException {
        Path temporary = temporary(target, real);
        FileAttribute<?>[] attributes = permissions == null
                ? NO_ATTRIBUTES
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
        FileChannel opened =
                open(target, temporary, attributes, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try {
            try (FileChannel channel = opened) {
                body.writeTo(new WholeChannel(channel, target));
                finish(target, temporary, permissions, channel);
            }
            move(target, temporary, real);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path temporary(Path target, Path real) throws IOException {
        Path folder = real.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileSystemException(target.toString(), null, "its folder does not exist");
        }
        String suffix = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return folder.resolve("." + real.getFileName() + "." + suffix + ".tmp");
    }

    private static FileChannel open(
            Path target, Path path, FileAttribute<?>[] attributes, StandardOpenOption... options) throws IOException {
        try {
            return FileChannel.open(path, Set.of(options), attributes);
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /** The process's file mode mask applies when a file is created, so the permissions are set once more. */
    private static void finish(
            Path target, Path temporary, @Nullable Set<PosixFilePermission> permissions, FileChannel channel)
            throws IOException {
        try {
            if (permissions != null) {
                Files.setPosixFilePermissions(temporary, permissions);
            }
            channel.force(true);
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /** A rename is on the disk only when its folder is: rename(2) and fsync(2). */
    private static void move(Path target, Path temporary, Path real) throws IOException {
        try {
            Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(real.resolveSibling("."))) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private static @Nullable Set<PosixFilePermission> permissions(@Nullable Path model) throws IOException {
        if (model == null
                || !model.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return null;
        }
        return Files.getPosixFilePermissions(model);
    }

    /** The reason told of the target: a person knows nothing of the temporary file. */
    static FileSystemException failure(Path target, IOException cause) {
        String reason = cause.getMessage();
        if (cause instanceof FileSystemException inFile && inFile.getReason() != null) {
            reason = inFile.getReason();
        } else if (cause instanceof AccessDeniedException) {
            reason = "permission denied";
        } else if (cause instanceof NoSuchFileException) {
            reason = "no such file";
        }
        FileSystemException failure = new FileSystemException(target.toString(), null, reason);
        failure.initCause(cause);
        return failure;
    }
}
