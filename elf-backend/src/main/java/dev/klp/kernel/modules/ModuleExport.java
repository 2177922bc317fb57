package dev.klp.kernel.modules;

import org.jspecify.annotations.Nullable;

/**
 * One symbol that a module exports.
 *
 * @param symbol its name
 * @param gplOnly whether only GPL-compatible modules may use it
 * @param namespace the namespace that users must import, empty for none
 * @param crc the CRC of its type, or null without {@code CONFIG_MODVERSIONS}
 */
public record ModuleExport(
        String symbol,
        boolean gplOnly,
        String namespace,
        @Nullable Long crc) {}
