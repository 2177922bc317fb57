package dev.klp.kernel.vmlinux;

import dev.klp.elf.ElfFormatException;
import dev.klp.kernel.image.KernelImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The kernel's type information. Its place is marked by two symbols, and is a section in ELF files; without both it is found by the
 * magic of {@code struct btf_header} ({@code include/uapi/linux/btf.h}) and by its sizes, which must fit together.
 */
final class BtfSection {
    private static final int MAGIC = 0xeb9f;
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 24;
    private static final int ALIGNMENT = 4;

    private BtfSection() {}

    static Optional<ByteBuffer> find(KernelImage image, NamedAddresses names, KernelMemory memory)
            throws ElfFormatException {
        Optional<ByteBuffer> marked =
                names.between("__start_BTF", "__stop_BTF", ".BTF").map(memory::slice);
        return marked.isPresent() ? marked : search(image, memory.format().order());
    }

    private static Optional<ByteBuffer> search(KernelImage image, ByteOrder order) {
        ByteBuffer bytes = image.bytes().order(order);
        for (int at = 0; at <= bytes.limit() - HEADER_BYTES; at += ALIGNMENT) {
            if (Short.toUnsignedInt(bytes.getShort(at)) == MAGIC && bytes.get(at + 2) == VERSION) {
                long size = sizeAt(bytes, at);
                if (size > 0) {
                    return Optional.of(bytes.slice(at, (int) size).order(order));
                }
            }
        }
        return Optional.empty();
    }

    /** The size of the BTF whose header is at {@code at}, or 0 if this is no header. */
    private static long sizeAt(ByteBuffer bytes, int at) {
        long header = unsigned(bytes, at + 4);
        long typesStart = unsigned(bytes, at + 8);
        long typesSize = unsigned(bytes, at + 12);
        long stringsStart = unsigned(bytes, at + 16);
        long stringsSize = unsigned(bytes, at + 20);
        long size = header + stringsStart + stringsSize;
        boolean fits = bytes.get(at + 3) == 0
                && header >= HEADER_BYTES
                && typesStart % ALIGNMENT == 0
                && typesSize > 0
                && stringsStart >= typesStart + typesSize
                && stringsSize > 0
                && size <= bytes.limit() - at;
        // The string section starts with the empty string and ends with the last one's NUL.
        return fits && bytes.get((int) (at + header + stringsStart)) == 0 && bytes.get((int) (at + size - 1)) == 0
                ? size
                : 0;
    }

    private static long unsigned(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
