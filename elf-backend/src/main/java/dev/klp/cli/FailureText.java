package dev.klp.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with a file in the words that a user expects; the JDK's own texts are often only a path. */
final class FailureText {
    private FailureText() {}

    static String of(IOException failure) {
        if (failure instanceof FileSystemException file) {
            return (file.getFile() == null ? "" : file.getFile() + ": ") + reason(file);
        }
        if (failure instanceof FileNotFoundException || failure.getMessage() == null) {
            return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        }
        return failure.getMessage();
    }

    private static @Nullable String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "folder is not empty";
        }
        return failure.getReason() == null ? "input/output error" : failure.getReason();
    }
}
