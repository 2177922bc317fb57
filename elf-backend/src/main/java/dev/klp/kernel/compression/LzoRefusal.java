package dev.klp.kernel.compression;

import java.io.IOException;

/** No maintained library reads lzop files, and no current distribution packs its kernels so. */
final class LzoRefusal implements Unpacker {
    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        throw new IOException(
                "lzo is not supported; unpack the file with lzop -d, or name the vmlinux it was made from");
    }
}
