package dev.klp.kernel.compression;

import java.io.IOException;

/** Knows one compressed form. */
interface Unpacker {
    /**
     * @param input starts with the form's magic; may have other bytes after the stream's end
     * @param output takes what comes out, and says when it is too much
     */
    void unpack(CompressedBytes input, GrowingOutput output) throws IOException;
}
