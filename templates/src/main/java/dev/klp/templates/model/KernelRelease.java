package dev.klp.templates.model;

import org.jspecify.annotations.Nullable;

/**
 * A kernel's release as {@code uname -r} prints it and {@code include/generated/utsrelease.h} of its headers holds it. It
 * names a folder of the generated tree and stands in its Makefile, so that only letters, digits and {@code . _ + -} are
 * taken.
 *
 * @param text the release, at most 64 characters ({@code __NEW_UTS_LEN} in {@code include/uapi/linux/utsname.h})
 */
public record KernelRelease(String text) {
    private static final int MAX_LENGTH = 64;

    public KernelRelease {
        Texts.refuse("kernel release", text, problem(text));
    }

    /** What keeps {@code text} from being a release, or null. */
    public static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        if (text.length() > MAX_LENGTH) {
            return "is " + text.length() + " characters long, a kernel holds at most " + MAX_LENGTH;
        }
        if (!Texts.isDigit(text.charAt(0))) {
            return "does not begin with a version";
        }
        return text.contains("/") ? "contains '/'" : RelativePath.problem(text);
    }

    /** The version that the release begins with; a part that is missing or larger than an {@code int} counts as 0. */
    public KernelVersion version() {
        String[] parts = text.split("\\D", 3);
        return new KernelVersion(number(parts[0]), parts.length > 1 ? number(parts[1]) : 0);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
