package dev.klp.kernel.image;

import dev.klp.kernel.KernelFormatException;
import org.jspecify.annotations.Nullable;

/** A form in which a boot loader takes a kernel, and in which the real kernel is a compressed payload. */
interface BootImage {
    /**
     * Where the payload of {@code bytes} is, or null if they are not of this form.
     *
     * @throws KernelFormatException if they are of this form and the payload is not within the file
     */
    @Nullable
    Payload payload(String file, byte[] bytes) throws KernelFormatException;

    /**
     * A place in a boot image.
     *
     * @param form the name of the boot image's form, for messages
     * @param offset where the payload starts
     * @param length how many bytes it has
     */
    record Payload(String form, int offset, int length) {
        static Payload within(String file, byte[] bytes, String form, long offset, long length)
                throws KernelFormatException {
            if (offset < 0 || length <= 0 || offset > bytes.length || length > bytes.length - offset) {
                throw new KernelFormatException(
                        file,
                        Math.max(0, offset),
                        "the %s says that its payload of 0x%x bytes starts here, but the file has 0x%x bytes"
                                .formatted(form, length, bytes.length));
            }
            return new Payload(form, (int) offset, (int) length);
        }
    }
}
