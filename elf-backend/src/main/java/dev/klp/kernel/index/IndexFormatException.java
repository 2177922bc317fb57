package dev.klp.kernel.index;

import java.io.IOException;
import java.nio.file.Path;

/** A file is no index, is one of another version, or is damaged. The message says which, where, and what to do. */
public final class IndexFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    IndexFormatException(Path file, String reason) {
        super(file + ": " + reason);
    }

    /** A byte at {@code offset} can't be trusted. */
    static IndexFormatException damaged(Path file, long offset, String reason) {
        return new IndexFormatException(
                file, "the index is damaged at 0x%x: %s; make it again with 'klp index'".formatted(offset, reason));
    }
}
