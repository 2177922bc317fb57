package dev.klp.kernel.btf;

import java.io.IOException;
import java.util.Locale;

/** Bytes that are not valid BTF. The message names the file, the offset within the BTF in hex, and what is wrong. */
public final class BtfFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final long offset;

    /**
     * A finding at one place.
     *
     * @param source the file that holds the BTF, as the user knows it
     * @param offset where in the BTF, in bytes from its first one
     * @param problem what is there and what would be right, without a full stop
     */
    public BtfFormatException(String source, long offset, String problem) {
        super(String.format(Locale.ROOT, "%s: BTF offset 0x%x: %s", source, offset, problem));
        this.source = source;
        this.offset = offset;
    }

    /** The file that holds the BTF. */
    public String source() {
        return source;
    }

    /** The offset of the finding in bytes from the first byte of the BTF. */
    public long offset() {
        return offset;
    }
}
