package dev.klp.kernel.compression;

import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The legacy LZ4 frame: a magic, then blocks of at most 8 MiB unpacked, each behind its packed size in four bytes, least
 * significant first. It has no end mark: a stream ends with its file, with another magic, or, in a kernel image, with the four
 * bytes of the unpacked size that the build appends ({@code lib/decompress_unlz4.c}).
 */
final class Lz4LegacyUnpacker implements Unpacker {
    private static final int MAGIC = 0x184c2102;
    private static final int BLOCK = 8 << 20;
    /** What {@code LZ4_compressBound} gives for a block. */
    private static final int LARGEST_PACKED_BLOCK = BLOCK + BLOCK / 255 + 16;
    /** Each byte adds at most 255 to the length of a copy ("LZ4 Block Format Description", "Sequences"), and at least one is needed. */
    private static final long LARGEST_RATIO = 256;

    @Override
    public void unpack(CompressedBytes input, GrowingOutput output) throws IOException {
        ByteBuffer blocks = ByteBuffer.wrap(input.bytes(), input.offset(), input.length())
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        blocks.getInt();
        Lz4Decompressor decompressor = new Lz4Decompressor();
        byte[] block = {};
        while (blocks.remaining() >= Integer.BYTES) {
            int packed = blocks.getInt();
            if (packed == MAGIC) {
                continue;
            }
            if (blocks.remaining() == 0 && packed == output.size()) {
                break;
            }
            if (packed <= 0 || packed > LARGEST_PACKED_BLOCK) {
                if (output.size() > 0) {
                    break;
                }
                throw new IOException("a block of 0x%x bytes".formatted(packed));
            }
            if (packed > blocks.remaining()) {
                throw new EOFException("the file ends within a block of 0x%x bytes".formatted(packed));
            }
            block = withRoom(block, packed);
            int unpacked = decompressor.decompress(
                    input.bytes(), input.offset() + blocks.position(), packed, block, 0, block.length);
            output.append(block, unpacked);
            blocks.position(blocks.position() + packed);
        }
        if (output.size() == 0) {
            throw new EOFException("there is no block");
        }
    }

    /** A few bytes cannot ask for 8 MiB. */
    private static byte[] withRoom(byte[] block, int packed) {
        int room = (int) Math.min(BLOCK, packed * LARGEST_RATIO);
        return room > block.length ? new byte[room] : block;
    }
}
