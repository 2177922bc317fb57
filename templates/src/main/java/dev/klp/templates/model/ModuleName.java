package dev.klp.templates.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of the livepatch module itself: a C identifier in lower case of at most {@value #MAX_LENGTH} characters. It
 * becomes a file name, a Kbuild goal and the module's folder in {@code /sys/kernel/livepatch/}.
 */
public record ModuleName(String text) {
    /**
     * {@code MODULE_NAME_LEN} is 64 - sizeof(long) with the NUL ({@code include/linux/module.h}): 55 characters on 64-bit
     * kernels, which is also what {@code klp_resolve_symbols} scans ({@code %55[^.]}).
     */
    public static final int MAX_LENGTH = 55;

    public ModuleName {
        Texts.refuse("module name", text, problem(text));
    }

    /** What keeps {@code text} from being a module's name, or null. */
    public static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Texts.isIdentifierPart(c) || (c >= 'A' && c <= 'Z')) {
                return "contains " + Texts.show(c) + ", "
                        + advice(text.toLowerCase(Locale.ROOT).replace('-', '_'));
            }
        }
        if (Texts.isDigit(text.charAt(0))) {
            return "begins with a digit";
        }
        if (text.length() > MAX_LENGTH) {
            return "has " + text.length() + " characters, the kernel holds at most " + MAX_LENGTH;
        }
        if (text.equals(ObjectName.VMLINUX.text())) {
            return "is the name of the kernel itself";
        }
        return null;
    }

    private static String advice(String name) {
        return Texts.isWord(name)
                ? "write '" + name + "'"
                : "a module name consists of lower-case letters, digits and '_'";
    }

    @Override
    public String toString() {
        return text;
    }
}
