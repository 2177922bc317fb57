package dev.klp.kernel.symvers;

/**
 * One line of {@code Module.symvers}.
 *
 * @param name the symbol's name
 * @param exporter the object that exports it, in the kernel's form: {@code vmlinux}, {@code zsmalloc}, {@code i2c_dev}
 * @param gplOnly whether only modules under a licence compatible with the GPL may use it
 * @param namespace the namespace that a user must import, empty for none
 * @param crc the checksum of its type, 32 bits unsigned; 0 in a kernel without {@code CONFIG_MODVERSIONS}
 */
public record ExportedSymbol(String name, String exporter, boolean gplOnly, String namespace, long crc) {}
