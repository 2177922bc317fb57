package dev.klp.kernel.image;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.ProgramHeader;
import java.util.ArrayList;
import java.util.List;

/** Which bytes of an unpacked kernel lie at which link-time address. */
public final class AddressMap {
    /**
     * Consecutive bytes at consecutive addresses.
     *
     * @param address of the first byte, an unsigned 64-bit number
     * @param offset of the first byte in the unpacked kernel
     * @param size in bytes
     */
    public record Range(long address, int offset, int size) {
        private boolean hasAddress(long wanted) {
            return Long.compareUnsigned(wanted - address, size) < 0;
        }

        private boolean hasOffset(int wanted) {
            return wanted >= offset && wanted - offset < size;
        }
    }

    private final List<Range> ranges;

    private AddressMap(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** The loaded segments of an ELF kernel, as far as they have bytes in the file. */
    static AddressMap of(ElfFile elf) throws ElfFormatException {
        List<Range> ranges = new ArrayList<>();
        for (ProgramHeader segment : elf.programHeaders()) {
            if (segment.type() == ProgramHeader.PT_LOAD && segment.fileSize() > 0) {
                int size = elf.content(segment).limit();
                ranges.add(new Range(segment.virtualAddress(), (int) segment.offset(), size));
            }
        }
        return new AddressMap(ranges);
    }

    /**
     * A kernel without headers, which is loaded as it is: byte 0 is at address 0, for such kernels are relocatable and hold no
     * address of their own.
     */
    static AddressMap flat(int size) {
        return new AddressMap(List.of(new Range(0, 0, size)));
    }

    /** All ranges, in the order of the file's program headers. */
    public List<Range> ranges() {
        return ranges;
    }

    /** The place of the byte at {@code address} in the unpacked kernel, or -1 if no byte of it is loaded there. */
    public int offsetOf(long address) {
        for (Range range : ranges) {
            if (range.hasAddress(address)) {
                return range.offset() + (int) (address - range.address());
            }
        }
        return -1;
    }

    /**
     * The address of a byte of the unpacked kernel.
     *
     * @throws IllegalArgumentException if the byte is not loaded; ask {@link #isLoaded} before
     */
    public long addressOf(int offset) {
        for (Range range : ranges) {
            if (range.hasOffset(offset)) {
                return range.address() + (offset - range.offset());
            }
        }
        throw new IllegalArgumentException("the byte at 0x%x is not loaded".formatted(offset));
    }

    /** Whether the byte at {@code offset} has an address. */
    public boolean isLoaded(int offset) {
        for (Range range : ranges) {
            if (range.hasOffset(offset)) {
                return true;
            }
        }
        return false;
    }
}
