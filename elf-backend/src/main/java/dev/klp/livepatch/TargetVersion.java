package dev.klp.livepatch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of the kernel that a module is for, as far as the rules for livepatch modules depend on it.
 *
 * @param version the first number of a release
 * @param patchLevel the second number of a release
 */
public record TargetVersion(int version, int patchLevel) implements Comparable<TargetVersion> {
    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})([^0-9].*)?");

    /**
     * The version of a release as {@code uname -r} prints it, or of a {@code vermagic}, which begins with one.
     *
     * @return null if the text does not begin with two numbers and a dot between them
     */
    public static @Nullable TargetVersion parse(String release) {
        Matcher matcher = RELEASE.matcher(release);
        return matcher.matches()
                ? new TargetVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : null;
    }

    /** Whether this is the given version or a later one. */
    public boolean isAtLeast(int otherVersion, int otherPatchLevel) {
        return compareTo(new TargetVersion(otherVersion, otherPatchLevel)) >= 0;
    }

    @Override
    public int compareTo(TargetVersion other) {
        int versions = Integer.compare(version, other.version);
        return versions != 0 ? versions : Integer.compare(patchLevel, other.patchLevel);
    }

    /** As in {@code 6.1}. */
    @Override
    public String toString() {
        return version + "." + patchLevel;
    }
}
