package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of an object as {@code struct module.name} holds it: no folder, no {@code .ko}, {@code _} for {@code -}. The
 * kernel itself is {@link #VMLINUX}.
 *
 * <p>Kbuild makes the name from the file's by mapping {@code -} and {@code ,} to {@code _} ({@code name-fix-token} in
 * {@code scripts/Makefile.lib}). It may not contain a dot: the kernel cuts it out of {@code .klp.sym.<object>.<symbol>}
 * with {@code %55[^.]} ({@code klp_resolve_symbols} in {@code kernel/livepatch/core.c}).
 */
public record ObjectName(String text) {
    /** The kernel. In C it is {@code klp_object.name = NULL}: the name "vmlinux" would never match. */
    public static final ObjectName VMLINUX = new ObjectName("vmlinux");

    public ObjectName {
        if (!text.equals("vmlinux")) {
            Texts.refuse("object name", text, problem(text));
        }
    }

    public boolean isVmlinux() {
        return equals(VMLINUX);
    }

    /** What keeps {@code text} from being a module's name, or null. The text {@code vmlinux} is no module's. */
    public static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        if (text.equals("vmlinux")) {
            return "is the kernel itself and no module, the kernel never matches this name; leave it out";
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Texts.isIdentifierPart(text.charAt(i))) {
                return "contains " + Texts.show(text.charAt(i)) + ", " + advice(kernelForm(text));
            }
        }
        if (text.length() > ModuleName.MAX_LENGTH) {
            return "has " + text.length() + " characters, the kernel holds at most " + ModuleName.MAX_LENGTH;
        }
        return null;
    }

    private static String advice(String name) {
        return Texts.isWord(name) && !name.equals("vmlinux")
                ? "the kernel's name for the module is '" + name + "'"
                : "a module's name consists of letters, digits and '_'";
    }

    private static String kernelForm(String text) {
        String file = text.substring(text.lastIndexOf('/') + 1);
        return file.replaceFirst("\\.ko(\\.(xz|zst|gz))?$", "")
                .replace('-', '_')
                .replace(',', '_');
    }

    @Override
    public String toString() {
        return text;
    }
}
