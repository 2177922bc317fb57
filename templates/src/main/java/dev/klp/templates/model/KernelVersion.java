package dev.klp.templates.model;

/**
 * The part of a kernel's version in which its interfaces change: 4.12 of {@code 4.12.0-1-default}.
 *
 * @param major the version, not negative
 * @param minor the patch level, not negative
 */
public record KernelVersion(int major, int minor) implements Comparable<KernelVersion> {
    public KernelVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("negative version");
        }
    }

    /** Whether this version is {@code major.minor} or a later one. */
    public boolean isAtLeast(int major, int minor) {
        return compareTo(new KernelVersion(major, minor)) >= 0;
    }

    @Override
    public int compareTo(KernelVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
