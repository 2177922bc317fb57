package dev.klp.elf;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file is not the ELF file that it should be. The message is one line for a person: file, section where known, offset
 * in hexadecimal, what stands there and what would be right.
 */
public final class ElfFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long offset;
    private final @Nullable String section;

    /**
     * @param file the display name of the file
     * @param offset the byte in the file at which the wrong value stands
     * @param section the section it belongs to, as a person would name it, or null outside sections
     * @param problem what is wrong and what would be right, without a full stop
     */
    public ElfFormatException(String file, long offset, @Nullable String section, String problem) {
        super(file + ": " + (section == null ? "" : section + ": ") + problem + " (at 0x" + Long.toHexString(offset)
                + ")");
        this.file = file;
        this.offset = offset;
        this.section = section;
    }

    /** The display name of the file. */
    public String file() {
        return file;
    }

    /** The byte in the file at which the wrong value stands. */
    public long offset() {
        return offset;
    }

    /** The section concerned, or null where the fault is outside sections. */
    public @Nullable String section() {
        return section;
    }
}
