package dev.klp.livepatch;

/**
 * vmlinux or a module, as the kernel calls it.
 *
 * @param text 1 to 55 characters without a dot; {@code -} of a file name is {@code _}
 */
public record ObjectName(String text) {
    /** {@code MODULE_NAME_LEN} of a 64-bit kernel without the final zero: include/linux/moduleparam.h. */
    public static final int MAX_LENGTH = 55;

    private static final String MODULE_SUFFIX = ".ko";
    /** The kernel itself. */
    public static final ObjectName VMLINUX = new ObjectName("vmlinux");

    public ObjectName {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the object's name is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the object's name has " + text.length()
                    + " characters; the kernel takes " + MAX_LENGTH + " at most");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
                throw new IllegalArgumentException(
                        "the object's name '" + text + "' has a character other than letters, digits and '_'");
            }
        }
    }

    /**
     * The object of a name as authors write it, where {@code kvm-intel} and {@code kvm-intel.ko} stand for the module
     * {@code kvm_intel}.
     *
     * @throws IllegalArgumentException if no object of the kernel can have that name; the text says why
     */
    public static ObjectName parse(String text) {
        return new ObjectName(stem(text).replace('-', '_'));
    }

    private static String stem(String text) {
        return text.endsWith(MODULE_SUFFIX) ? text.substring(0, text.length() - MODULE_SUFFIX.length()) : text;
    }

    /** Whether this is the kernel itself, whose relocations are applied when the livepatch is loaded. */
    public boolean isVmlinux() {
        return text.equals("vmlinux");
    }
}
