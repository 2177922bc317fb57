package dev.klp.kernel.modules;

import java.util.regex.Pattern;

/** The names that gcc gives to the unlikely part of a function, {@code f.cold} and before gcc 10 {@code f.cold.3}. */
public final class ColdName {
    private static final String PART = ".cold";
    private static final Pattern COLD = Pattern.compile(".*\\.cold(\\.\\d+)?");

    private ColdName() {}

    /** Whether this is the name of such a part. */
    public static boolean matches(String name) {
        return name.contains(PART) && COLD.matcher(name).matches();
    }
}
