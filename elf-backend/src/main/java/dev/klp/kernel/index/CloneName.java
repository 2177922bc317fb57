package dev.klp.kernel.index;

import java.util.regex.Pattern;

/** The names that gcc and clang give to copies and parts of a function. */
final class CloneName {
    /** Chains occur, as in {@code f.constprop.0.isra.0} and {@code f.part.0.cold}; {@code .llvm.} is clang's under LTO. */
    private static final Pattern SUFFIXES = Pattern.compile("(\\.(isra|constprop|part|cold|lto_priv|llvm)(\\.\\d+)*)+");

    private CloneName() {}

    static boolean isClone(String name, String original) {
        return name.length() > original.length()
                && name.startsWith(original)
                && SUFFIXES.matcher(name.substring(original.length())).matches();
    }
}
