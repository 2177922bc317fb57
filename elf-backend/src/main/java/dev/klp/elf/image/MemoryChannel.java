package dev.klp.elf.image;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel into memory, for as many bytes as were announced. */
final class MemoryChannel implements WritableByteChannel {
    private final ByteBuffer bytes;

    MemoryChannel(int size) {
        bytes = ByteBuffer.allocate(size);
    }

    @Override
    public int write(ByteBuffer source) {
        int count = source.remaining();
        bytes.put(source);
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // Memory needs no closing.
    }

    ByteBuffer bytes() {
        return bytes.flip();
    }
}
