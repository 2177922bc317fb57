package dev.klp.kernel.compression;

import java.io.IOException;

/** Knows one compressed form. */
interface Unpacker {
    /**
     * @param input starts with the form's magic; may have other bytes after the stream's end
     * @param limit how many bytes may come out, and about how much memory may be used for it
     */
    byte[] unpack(CompressedBytes input, int limit) throws IOException;
}
