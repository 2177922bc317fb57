package dev.klp.kernel;

import java.util.OptionalLong;

/**
 * One {@code EXPORT_SYMBOL}.
 *
 * @param symbol the exported name
 * @param exporter the object that exports it, {@code vmlinux} or a module's name in the kernel's form
 * @param gplOnly whether only modules with a GPL-compatible licence may use it ({@code EXPORT_SYMBOL_GPL})
 * @param namespace the namespace that a user must import, empty for none
 * @param crc the CRC of its type ({@code CONFIG_MODVERSIONS}), if known
 */
public record Export(String symbol, String exporter, boolean gplOnly, String namespace, OptionalLong crc) {}
