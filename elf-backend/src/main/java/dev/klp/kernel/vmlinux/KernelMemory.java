package dev.klp.kernel.vmlinux;

import dev.klp.elf.ElfFormat;
import dev.klp.kernel.image.KernelImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a kernel's bytes by address. */
final class KernelMemory {
    private final KernelImage image;
    private final ElfFormat format;
    private final long linkBase;
    private final ByteBuffer bytes;

    /**
     * @param linkBase what is to be taken off a stored address to get that of a symbol: 0 if the image has headers, otherwise the
     *     address for which its first byte was linked
     */
    KernelMemory(KernelImage image, ElfFormat format, long linkBase) {
        this.image = image;
        this.format = format;
        this.linkBase = linkBase;
        bytes = image.bytes().order(format.order());
    }

    ElfFormat format() {
        return format;
    }

    /** All words of a range that are not 0, ascending, as addresses of the kind that symbols have; empty if they are not there. */
    long[] addresses(AddressRange range) {
        ByteBuffer table = slice(range);
        if (table == null) {
            return new long[0];
        }
        int size = format.wordSize();
        // Ascending as signed numbers: a kernel does not lie on both sides of the middle of the address space.
        return IntStream.range(0, table.limit() / size)
                .mapToLong(i -> format.word(table, i * size))
                .filter(word -> word != 0)
                .map(word -> word - linkBase)
                .sorted()
                .toArray();
    }

    /** The text that a stored pointer points at. */
    @Nullable
    String textAtPointer(long pointer, int longest) {
        return text(pointer - linkBase, longest);
    }

    /** The bytes of a range in the kernel's byte order, or null if not all of them are in the image. */
    @Nullable
    ByteBuffer slice(AddressRange range) {
        int start = image.addresses().offsetOf(range.start());
        int last = range.size() == 0 ? -1 : image.addresses().offsetOf(range.end() - 1);
        if (start < 0 || last < 0 || last - start != range.size() - 1) {
            return null;
        }
        return bytes.slice(start, (int) range.size()).order(format.order());
    }

    /** The text from {@code address} to the next NUL in at most {@code longest} bytes, or null if there is none. */
    @Nullable
    String text(long address, int longest) {
        int start = image.addresses().offsetOf(address);
        if (start < 0) {
            return null;
        }
        int limit = Math.min(bytes.limit() - start, longest);
        for (int length = 0; length < limit; length++) {
            if (bytes.get(start + length) == 0) {
                byte[] text = new byte[length];
                bytes.get(start, text);
                return new String(text, StandardCharsets.UTF_8);
            }
        }
        return null;
    }
}
