package dev.klp.elf.image;

import java.nio.ByteBuffer;

/**
 * Bytes that are copied as they are: program data, notes, debug information, and every type that is not known.
 *
 * @param bytes the bytes, which must not change; position 0 to the limit
 */
public record OpaqueContent(ByteBuffer bytes) implements SectionContent {
    /** Takes the buffer from its position to its limit. */
    public OpaqueContent {
        bytes = bytes.slice().order(bytes.order());
    }

    /** Content of these bytes, which must not change. */
    public static OpaqueContent of(byte... bytes) {
        return new OpaqueContent(ByteBuffer.wrap(bytes));
    }

    /** The bytes, with a position and limit of the caller's own and the file's byte order. */
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate().order(bytes.order());
    }
}
