package dev.klp.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a kernel's source, which C knows as {@code LINUX_VERSION_CODE}. The release that a kernel reports need not begin
 * with it: Debian's 6.1.0-56-amd64 is made of Linux 6.1.192.
 *
 * @param version the first part, {@code VERSION} in the kernel's Makefile
 * @param patchLevel the second part, {@code PATCHLEVEL}
 * @param sublevel the third part, {@code SUBLEVEL}
 */
public record KernelVersion(int version, int patchLevel, int sublevel) {
    /** The beginning of the Makefile's {@code KERNELVERSION}, which may go on with {@code EXTRAVERSION}. */
    private static final Pattern START = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})(?!\\d).*");

    /** Reads a version such as {@code 6.1.192} or {@code 6.18.0-rc3}; empty if the text is none. */
    public static Optional<KernelVersion> parse(String text) {
        Matcher parts = START.matcher(text);
        return parts.matches()
                ? Optional.of(new KernelVersion(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return version + "." + patchLevel + "." + sublevel;
    }
}
