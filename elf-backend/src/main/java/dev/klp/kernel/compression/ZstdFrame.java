package dev.klp.kernel.compression;

import java.io.EOFException;
import java.io.IOException;

/**
 * The outline of one Zstandard frame (RFC 8878 §3.1.1): where it ends, and how much can come out of it at most. It is found from
 * the block headers alone, which tell how far it is to the next one.
 *
 * @param checksum whether a checksum of four bytes follows the last block
 * @param blocksStart where the first block header is, in bytes from the start of the input
 * @param end where the frame ends
 * @param largestOutput the sum over all blocks of what each can become, in bytes
 */
record ZstdFrame(boolean checksum, int blocksStart, int end, long largestOutput) {
    private static final int MAGIC_BYTES = 4;
    private static final int SINGLE_SEGMENT = 0x20;
    private static final int CHECKSUM = 0x04;
    private static final int[] DICTIONARY_ID_BYTES = {0, 1, 2, 4};
    private static final int[] CONTENT_SIZE_BYTES = {0, 2, 4, 8};

    private static final int BLOCK_HEADER_BYTES = 3;
    private static final int BLOCK_RAW = 0;
    private static final int BLOCK_RLE = 1;
    private static final int BLOCK_COMPRESSED = 2;
    private static final int LARGEST_BLOCK = 128 << 10;

    /** Magic, a descriptor that announces a window, and the window: 2 to the power of 10 + 13, which is 8 MiB. */
    private static final byte[] HEADER = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 13 << 3};

    static ZstdFrame parse(CompressedBytes input) throws IOException {
        int descriptor = byteAt(input, MAGIC_BYTES);
        boolean singleSegment = (descriptor & SINGLE_SEGMENT) != 0;
        boolean checksum = (descriptor & CHECKSUM) != 0;
        int contentSizeBytes = CONTENT_SIZE_BYTES[descriptor >> 6];
        if (singleSegment && contentSizeBytes == 0) {
            contentSizeBytes = 1;
        }
        int dictionaryIdBytes = DICTIONARY_ID_BYTES[descriptor & 3];
        for (int i = 0; i < dictionaryIdBytes; i++) {
            if (byteAt(input, MAGIC_BYTES + 1 + (singleSegment ? 0 : 1) + i) != 0) {
                throw new IOException("the frame needs a dictionary");
            }
        }
        int blocksStart = MAGIC_BYTES + 1 + (singleSegment ? 0 : 1) + dictionaryIdBytes + contentSizeBytes;
        return walkBlocks(input, checksum, blocksStart);
    }

    private static ZstdFrame walkBlocks(CompressedBytes input, boolean checksum, int blocksStart) throws IOException {
        long position = blocksStart;
        long largestOutput = 0;
        boolean last = false;
        while (!last) {
            int header = byteAt(input, position) | byteAt(input, position + 1) << 8 | byteAt(input, position + 2) << 16;
            last = (header & 1) != 0;
            int size = header >> 3;
            int type = header >> 1 & 3;
            if (type > BLOCK_COMPRESSED || size > LARGEST_BLOCK) {
                throw new IOException("block header 0x%06x at 0x%x is not valid".formatted(header, position));
            }
            position += BLOCK_HEADER_BYTES + (type == BLOCK_RLE ? 1 : size);
            largestOutput += type == BLOCK_RAW || type == BLOCK_RLE ? size : LARGEST_BLOCK;
        }
        long end = position + (checksum ? Integer.BYTES : 0);
        if (end > input.length()) {
            throw new EOFException("the frame ends at 0x%x, the data at 0x%x".formatted(end, input.length()));
        }
        return new ZstdFrame(checksum, blocksStart, (int) end, largestOutput);
    }

    private static int byteAt(CompressedBytes input, long position) throws EOFException {
        if (position >= input.length()) {
            throw new EOFException("the data ends at 0x%x, within the frame".formatted(input.length()));
        }
        return input.bytes()[input.offset() + (int) position] & 0xff;
    }

    /** The same frame behind a header that asks for a window of 8 MiB and announces no size. */
    byte[] withSmallWindow(CompressedBytes input) {
        int blocks = end - blocksStart;
        byte[] frame = new byte[HEADER.length + blocks];
        System.arraycopy(HEADER, 0, frame, 0, HEADER.length);
        frame[MAGIC_BYTES] = (byte) (checksum ? CHECKSUM : 0);
        System.arraycopy(input.bytes(), input.offset() + blocksStart, frame, HEADER.length, blocks);
        return frame;
    }
}
