package dev.klp.kernel.kallsyms;

import dev.klp.elf.ElfFormat;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.image.KernelImage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The symbols of a kernel, in the order of its own table. That is the order of {@code /proc/kallsyms} and the order in which the
 * kernel counts the positions of symbols that share a name ({@code kernel/livepatch/core.c:klp_find_object_symbol}): ascending
 * address, and among equal addresses as the table has them. Symbols of all types count.
 *
 * <p>Without {@code CONFIG_KALLSYMS_ALL} the table holds functions only.
 */
public final class Kallsyms {
    private final String layout;
    private final ElfFormat format;
    private final long[] addresses;
    private final SymbolNames names;

    Kallsyms(String layout, ElfFormat format, long[] addresses, SymbolNames names) {
        this.layout = layout;
        this.format = format;
        this.addresses = addresses;
        this.names = names;
    }

    /**
     * Finds and decodes the tables.
     *
     * @throws KernelFormatException if they are not there: the kernel was built without {@code CONFIG_KALLSYMS}, or is damaged, or
     *     newer than this program
     */
    public static Kallsyms decode(KernelImage image) throws KernelFormatException {
        return new KallsymsDecoder(image).decode();
    }

    /** How many symbols there are. */
    public int size() {
        return addresses.length;
    }

    /**
     * The link-time address of a symbol, an unsigned number. Of a kernel whose image has no headers (arm64, s390) it is counted
     * from where the image is loaded.
     */
    public long address(int index) {
        return addresses[index];
    }

    /** The type as {@code nm} writes it: {@code t} and {@code T} for functions, small letters for local symbols. */
    public char type(int index) {
        return names.type(index);
    }

    /** The name; a new string at every call. */
    public String name(int index) {
        return names.name(index);
    }

    /** Whether a symbol has this name, in UTF-8, without making a string. */
    public boolean isNamed(int index, byte[] name) {
        int from = names.start(index);
        return Arrays.equals(names.pool(), from, names.start(index + 1), name, 0, name.length);
    }

    /** How many bytes the name has in UTF-8. */
    public int nameLength(int index) {
        return names.start(index + 1) - names.start(index);
    }

    /**
     * All names one after another, in UTF-8 and in table order, read-only: that of a symbol is {@link #nameLength} bytes from {@link
     * #nameStart} on.
     */
    public ByteBuffer namePool() {
        return ByteBuffer.wrap(names.pool()).asReadOnlyBuffer();
    }

    /** Where in {@link #namePool} a symbol's name starts. */
    public int nameStart(int index) {
        return names.start(index);
    }

    /** The first symbol of this name, or -1. */
    public int indexOf(byte[] name) {
        for (int i = 0; i < addresses.length; i++) {
            if (isNamed(i, name)) {
                return i;
            }
        }
        return -1;
    }

    /** The kernel's word size and byte order. */
    public ElfFormat format() {
        return format;
    }

    /** Which of the layouts that the tables have had this is, with the versions that have it. */
    public String layout() {
        return layout;
    }
}
