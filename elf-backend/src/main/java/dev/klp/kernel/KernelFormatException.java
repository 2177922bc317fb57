package dev.klp.kernel;

import java.io.IOException;

/**
 * A kernel file that cannot be read: damaged, cut short, or of a kind that this program does not know. The message is complete
 * for a user: file, place, and what is wrong there.
 */
public final class KernelFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long offset;
    private final String reason;

    /**
     * @param file the file as the user named it
     * @param offset the place in the file, or in what was unpacked from it, in bytes; the reason says which where it is not the
     *     file
     * @param reason what is wrong there and, where it helps, what would be right; a part of a sentence
     */
    public KernelFormatException(String file, long offset, String reason) {
        super("%s: at 0x%x: %s".formatted(file, offset, reason));
        this.file = file;
        this.offset = offset;
        this.reason = reason;
    }

    /** A finding about the whole file: {@link #offset()} is 0 and the message names no place. */
    public KernelFormatException(String file, String reason) {
        super(file + ": " + reason);
        this.file = file;
        this.offset = 0;
        this.reason = reason;
    }

    /** The file as the user named it. */
    public String file() {
        return file;
    }

    /** The place in bytes; 0 for a finding about the whole file. */
    public long offset() {
        return offset;
    }

    /** What is wrong, without file and place. */
    public String reason() {
        return reason;
    }
}
