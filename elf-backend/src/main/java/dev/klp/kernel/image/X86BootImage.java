package dev.klp.kernel.image;

import dev.klp.kernel.KernelFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The x86 bzImage: a boot sector with the "setup header", the real-mode code, then the code that unpacks the payload. Offsets are
 * those of {@code Documentation/arch/x86/boot.rst}; the payload's place is in the header since protocol 2.08 (Linux 2.6.26).
 */
final class X86BootImage implements BootImage {
    private static final String FORM = "x86 boot image";
    private static final int SECTOR = 512;
    private static final int SETUP_SECTS = 0x1f1;
    private static final int SETUP_SECTS_WHEN_ZERO = 4;
    private static final int BOOT_FLAG = 0x1fe;
    private static final int HEADER = 0x202;
    private static final int VERSION = 0x206;
    private static final int PAYLOAD_OFFSET = 0x248;
    private static final int PAYLOAD_LENGTH = 0x24c;
    private static final int END = 0x250;

    private static final int BOOT_MAGIC = 0xaa55;
    private static final int HDR_S = 0x53726448;
    private static final int WITH_PAYLOAD = 0x0208;

    @Override
    public @Nullable Payload payload(String file, byte[] bytes) throws KernelFormatException {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < END
                || Short.toUnsignedInt(header.getShort(BOOT_FLAG)) != BOOT_MAGIC
                || header.getInt(HEADER) != HDR_S
                || Short.toUnsignedInt(header.getShort(VERSION)) < WITH_PAYLOAD) {
            return null;
        }
        int setupSectors = bytes[SETUP_SECTS] & 0xff;
        int protectedMode = (1 + (setupSectors == 0 ? SETUP_SECTS_WHEN_ZERO : setupSectors)) * SECTOR;
        long offset = Integer.toUnsignedLong(header.getInt(PAYLOAD_OFFSET));
        long length = Integer.toUnsignedLong(header.getInt(PAYLOAD_LENGTH));
        return length == 0 ? null : Payload.within(file, bytes, FORM, protectedMode + offset, length);
    }
}
