package dev.klp.kernel.vmlinux;

/**
 * A part of the kernel's address space.
 *
 * @param start the first address, unsigned
 * @param end the address after the last, unsigned
 */
public record AddressRange(long start, long end) {
    /** Whether the address is in the range. */
    public boolean contains(long address) {
        return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
    }

    /** How many bytes it has; none if it ends before it starts. */
    public long size() {
        return Long.compareUnsigned(end, start) < 0 ? 0 : end - start;
    }
}
