package dev.klp.kernel.index;

import dev.klp.kernel.SourceKind;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@link IndexFormat.Part#SOURCES}, 56 bytes: kind u32, folder and file name as strings, u32 zero, size u64, SHA-256.
 * The path is in two parts because thousands of modules share few folders.
 */
final class SourceRecord {
    static final int BYTES = 56;
    static final int KIND = 0;
    static final int FOLDER = 4;
    static final int FILE = 8;
    static final int SIZE = 16;
    static final int SHA256 = 24;
    static final int SHA256_BYTES = 32;

    /** The values in the file. */
    private static final SourceKind[] KINDS = {
        SourceKind.KERNEL_IMAGE,
        SourceKind.MODULES_FOLDER,
        SourceKind.MODULE,
        SourceKind.MODULES_BUILTIN,
        SourceKind.MODULES_BUILTIN_MODINFO,
        SourceKind.SYMVERS,
        SourceKind.CONFIG,
        SourceKind.SYSTEM_MAP,
        SourceKind.KALLSYMS_DUMP,
        SourceKind.SYMBOLS_KLP
    };

    private SourceRecord() {}

    static int kind(SourceKind kind) {
        for (int i = 0; i < KINDS.length; i++) {
            if (KINDS[i] == kind) {
                return i;
            }
        }
        throw new AssertionError(kind);
    }

    /** The kind, or null for a value of no kind. */
    static @Nullable SourceKind kind(int value) {
        return value >= 0 && value < KINDS.length ? KINDS[value] : null;
    }
}
