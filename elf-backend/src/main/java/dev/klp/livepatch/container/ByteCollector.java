package dev.klp.livepatch.container;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Takes a file into memory where something has to be done with the whole of it. */
final class ByteCollector implements WritableByteChannel {
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

    @Override
    public int write(ByteBuffer source) {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        collected.writeBytes(bytes);
        return bytes.length;
    }

    byte[] bytes() {
        return collected.toByteArray();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
