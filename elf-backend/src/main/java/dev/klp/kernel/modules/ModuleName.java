package dev.klp.kernel.modules;

import java.util.regex.Pattern;

/** Names of modules as files have them and as the kernel has them. */
public final class ModuleName {
    private static final Pattern SUFFIX = Pattern.compile("\\.ko(\\.(gz|xz|zst))?$");

    private ModuleName() {}

    /**
     * The name by which the kernel knows the module that someone wrote as a path, with a suffix, or with hyphens:
     * {@code drivers/net/8139cp.ko.xz} is {@code 8139cp}, {@code kvm-intel} is {@code kvm_intel} ({@code name-fix-token} in
     * scripts/Makefile.lib).
     */
    public static String official(String written) {
        String base = written.substring(written.lastIndexOf('/') + 1);
        return SUFFIX.matcher(base).replaceFirst("").replace('-', '_');
    }
}
