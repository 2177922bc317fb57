package dev.klp.kernel.indexer;

import dev.klp.kernel.SymbolKind;

/** What the letters of {@code nm} and {@code /proc/kallsyms} tell of a symbol of vmlinux: nm(1). */
final class SymbolLetters {
    private SymbolLetters() {}

    static SymbolKind kind(char type) {
        return switch (type) {
            case 't', 'T', 'w', 'W', 'i' -> SymbolKind.FUNCTION;
            case 'd', 'D', 'b', 'B', 'r', 'R', 'g', 'G', 's', 'S', 'v', 'V' -> SymbolKind.DATA;
            default -> SymbolKind.OTHER;
        };
    }

    static boolean isGlobal(char type) {
        return isWeak(type) || Character.isUpperCase(type);
    }

    /** Weak symbols are visible outside their file, whichever case their letter is. */
    static boolean isWeak(char type) {
        return type == 'w' || type == 'W' || type == 'v' || type == 'V';
    }
}
