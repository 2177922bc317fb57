package dev.klp.kernel.image;

import dev.klp.kernel.KernelFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The EFI application that unpacks a kernel, {@code CONFIG_EFI_ZBOOT} (arm64, riscv, loongarch since Linux 6.1). Its header is in
 * {@code drivers/firmware/efi/libstub/zboot-header.S}: "MZ", "zimg", then offset and size of the payload.
 */
final class EfiZbootImage implements BootImage {
    private static final String FORM = "EFI zboot image";
    private static final int MZ = 0x5a4d;
    private static final int ZIMG_AT = 4;
    private static final int ZIMG = 0x676d697a;
    private static final int PAYLOAD_OFFSET = 8;
    private static final int PAYLOAD_SIZE = 12;
    private static final int END = 0x40;

    @Override
    public @Nullable Payload payload(String file, byte[] bytes) throws KernelFormatException {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < END || Short.toUnsignedInt(header.getShort(0)) != MZ || header.getInt(ZIMG_AT) != ZIMG) {
            return null;
        }
        return Payload.within(
                file,
                bytes,
                FORM,
                Integer.toUnsignedLong(header.getInt(PAYLOAD_OFFSET)),
                Integer.toUnsignedLong(header.getInt(PAYLOAD_SIZE)));
    }
}
