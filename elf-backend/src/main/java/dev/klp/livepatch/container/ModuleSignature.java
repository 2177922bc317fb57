package dev.klp.livepatch.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The signature at the end of a module: the signature itself, then {@code struct module_signature}, then {@code MODULE_SIG_STRING}
 * (include/linux/module_signature.h).
 *
 * @param markOffset where the closing text begins in the file
 * @param type {@code id_type}; 2 is PKCS#7, the only one that the kernel takes
 * @param sizeBytes {@code sig_len}, the size of the signature itself, 32 bits unsigned; not checked
 */
public record ModuleSignature(int markOffset, int type, long sizeBytes) {
    private static final byte[] MARK = "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STRUCT_BYTES = 12;
    private static final int TYPE_AT = 2;
    private static final int LENGTH_AT = 8;
    private static final int PKCS7 = 2;

    /** The signature at the end of a file, or null if there is none. */
    public static @Nullable ModuleSignature of(ByteBuffer file) {
        ByteBuffer bytes = file.slice().order(ByteOrder.BIG_ENDIAN);
        int mark = bytes.limit() - MARK.length;
        if (mark < STRUCT_BYTES || !bytes.slice(mark, MARK.length).equals(ByteBuffer.wrap(MARK))) {
            return null;
        }
        int start = mark - STRUCT_BYTES;
        return new ModuleSignature(
                mark, bytes.get(start + TYPE_AT), Integer.toUnsignedLong(bytes.getInt(start + LENGTH_AT)));
    }

    /** A module with a signature in PKCS#7 behind it, as {@code scripts/sign-file.c} of the kernel appends it. */
    static byte[] append(byte[] module, byte[] signature) {
        ByteBuffer signed = ByteBuffer.allocate(module.length + signature.length + STRUCT_BYTES + MARK.length);
        signed.put(module).put(signature);
        int start = signed.position();
        signed.put(start + TYPE_AT, (byte) PKCS7).putInt(start + LENGTH_AT, signature.length);
        return signed.position(start + STRUCT_BYTES).put(MARK).array();
    }

    /** Whether the kernel would look at it at all: {@code mod_check_sig} in kernel/module_signature.c. */
    public boolean isWellFormed() {
        return type == PKCS7 && sizeBytes > 0 && sizeBytes < markOffset - STRUCT_BYTES;
    }

    /** Where the signature begins, which is the size of the module without it; of a well-formed one. */
    int offset() {
        return (int) (markOffset - STRUCT_BYTES - sizeBytes);
    }
}
