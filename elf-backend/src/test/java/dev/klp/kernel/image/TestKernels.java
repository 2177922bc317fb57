package dev.klp.kernel.image;

import dev.klp.elf.ElfFormat;
import dev.klp.kernel.compression.Limit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Kernels made by tests. */
public final class TestKernels {
    /** Where an ELF kernel's content starts in the file. */
    public static final int CONTENT = 0x1000;

    private TestKernels() {}

    /** An ELF file of one segment, and no section, whose bytes are loaded at {@code address}. */
    public static byte[] elf(ElfFormat format, int machine, long address, byte[] content) {
        ByteBuffer file = ByteBuffer.allocate(CONTENT + content.length).order(format.order());
        boolean little = format.order() == java.nio.ByteOrder.LITTLE_ENDIAN;
        file.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (format.is64() ? 2 : 1), (byte) (little ? 1 : 2), 1});
        file.position(16);
        file.putShort((short) 2).putShort((short) machine).putInt(1);
        word(file, format, address);
        word(file, format, format.headerSize());
        word(file, format, 0);
        file.putInt(0);
        file.putShort((short) format.headerSize())
                .putShort((short) format.programHeaderSize())
                .putShort((short) 1);
        file.position(format.headerSize());
        file.putInt(1);
        if (format.is64()) {
            file.putInt(7);
        }
        word(file, format, CONTENT);
        word(file, format, address);
        word(file, format, 0);
        word(file, format, content.length);
        word(file, format, content.length);
        if (!format.is64()) {
            file.putInt(7);
        }
        word(file, format, CONTENT);
        file.position(CONTENT);
        file.put(content);
        return file.array();
    }

    /** The same, read. */
    public static KernelImage elfImage(ElfFormat format, int machine, long address, byte[] content) throws IOException {
        return KernelImage.read("vmlinux", elf(format, machine, address, content), Limit.DEFAULT);
    }

    /** A kernel without headers: its banner, then the content at {@link #CONTENT}. */
    public static byte[] flat(byte[] content) {
        ByteBuffer file = ByteBuffer.allocate(CONTENT + content.length);
        file.put("Linux version 9.9.9-test (nobody) (no compiler) #1\n".getBytes(StandardCharsets.US_ASCII));
        file.position(CONTENT);
        file.put(content);
        return file.array();
    }

    private static void word(ByteBuffer file, ElfFormat format, long value) {
        if (format.is64()) {
            file.putLong(value);
        } else {
            file.putInt((int) value);
        }
    }
}
