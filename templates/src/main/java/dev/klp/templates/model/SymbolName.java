package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * A symbol's name in the kernel, as in {@code /proc/kallsyms}: {@code foo.isra.0} as well as {@code foo}.
 *
 * <p>Visible ASCII without the comma (it ends the name in {@code .klp.sym.<object>.<name>,<sympos>}), and without
 * quotes, backslash and semicolon, which would end the C string or the assembler's symbol.
 */
public record SymbolName(String text) {
    /**
     * {@code KSYM_NAME_LEN} - 1, 512 - 1 since Linux 6.1 ({@code include/linux/kallsyms.h}). Kernels before 6.1 take at
     * most 127 characters.
     */
    public static final int MAX_LENGTH = 511;

    private static final String REFUSED = ",\"\\;'";

    public SymbolName {
        Texts.refuse("symbol name", text, problem(text));
    }

    /** Whether C can call the symbol by its own name. */
    public boolean isCIdentifier() {
        return CIdentifier.problem(text) == null;
    }

    /** What keeps {@code text} from being a symbol's name, or null. */
    public static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Texts.isVisibleAscii(c) || REFUSED.indexOf(c) >= 0) {
                return "contains " + Texts.show(c) + ", which no symbol of the kernel has in its name";
            }
        }
        if (text.length() > MAX_LENGTH) {
            return "has " + text.length() + " characters, the kernel holds at most " + MAX_LENGTH;
        }
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
