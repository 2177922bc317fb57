package dev.klp.kernel.btf;

import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Where kernels and modules keep their BTF. */
public final class BtfSection {
    /** The section in vmlinux ({@code BTF} in {@code include/asm-generic/vmlinux.lds.h}) and in modules. */
    private static final String NAME = ".BTF";

    /**
     * The part of vmlinux's types that a module built outside the kernel's tree stands on, since 6.11 ({@code
     * btf_distill_base} of libbpf).
     */
    private static final String BASE_NAME = ".BTF.base";

    private BtfSection() {}

    /**
     * The BTF of a kernel image, or null if the kernel is built without. In an image without section headers (arm64,
     * s390x) it is found by its header.
     *
     * @param file the image's file, for messages
     * @param elf the unpacked image as an ELF file, or null if it has no headers
     * @param image the bytes of the unpacked image
     * @throws BtfFormatException if it is damaged
     */
    public static @Nullable Btf ofKernel(String file, @Nullable ElfFile elf, ByteBuffer image) throws IOException {
        ByteBuffer named = elf == null ? null : content(elf, NAME);
        ByteBuffer bytes = named == null ? find(image) : named;
        return bytes == null ? null : Btf.parse(file, bytes);
    }

    /**
     * The BTF of a module, or null if it has none.
     *
     * @param base the BTF of the kernel that the module belongs to
     * @throws BtfFormatException if it is damaged
     */
    public static @Nullable Btf ofModule(ElfFile module, Btf base) throws IOException {
        ByteBuffer bytes = content(module, NAME);
        if (bytes == null) {
            return null;
        }
        ByteBuffer distilled = content(module, BASE_NAME);
        return Btf.parse(module.name(), bytes, distilled == null ? base : Btf.parse(module.name(), distilled));
    }

    private static @Nullable ByteBuffer content(ElfFile elf, String section) throws IOException {
        SectionHeader header = elf.firstNamed(section);
        return header == null || header.size() == 0 ? null : elf.content(header);
    }

    /** The first place that has a header and types behind it, in either byte order. */
    private static @Nullable ByteBuffer find(ByteBuffer image) {
        ByteBuffer bytes = image.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at <= bytes.limit() - BtfHeader.BYTES; at++) {
            byte first = bytes.get(at);
            if ((first == (byte) 0x9f || first == (byte) 0xeb) && looksLikeHeader(bytes, at)) {
                ByteBuffer found = candidate(bytes, at);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Version 1, no flags, and the lengths as the kernel's own linker script leaves them: types first, then strings. */
    private static boolean looksLikeHeader(ByteBuffer bytes, int at) {
        boolean little = bytes.get(at) == (byte) 0x9f;
        int other = Byte.toUnsignedInt(bytes.get(at + 1));
        if (other != (little ? 0xeb : 0x9f) || bytes.get(at + 2) != 1 || bytes.get(at + 3) != 0) {
            return false;
        }
        ByteBuffer words = bytes.duplicate().order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return words.getInt(at + 8) == 0 && words.getInt(at + 12) > 0 && words.getInt(at + 16) == words.getInt(at + 12);
    }

    private static @Nullable ByteBuffer candidate(ByteBuffer bytes, int at) {
        ByteBuffer rest = bytes.slice(at, bytes.limit() - at);
        try {
            BtfHeader header = BtfHeader.parse("", rest);
            Btf.parse("", rest);
            return rest.slice(0, header.stringsOffset() + header.stringsBytes());
        } catch (BtfFormatException onlyLooksLikeIt) {
            return null;
        }
    }
}
