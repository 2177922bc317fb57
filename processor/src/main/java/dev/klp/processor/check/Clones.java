package dev.klp.processor.check;

import dev.klp.kernel.KernelSymbol;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The copies and parts that gcc makes of functions: {@code .isra} with other parameters, {@code .constprop} with some of
 * known value, {@code .part} for what is left when the beginning went into the callers, {@code .cold} for what is unlikely.
 */
final class Clones {
    private static final Pattern COPY = Pattern.compile(".+\\.(isra|constprop|part)\\.\\d+.*");

    private Clones() {}

    /** Whether a name is that of a copy or a part that has its own parameters. */
    static boolean isCopy(String name) {
        return COPY.matcher(name).matches();
    }

    static String list(List<KernelSymbol> clones) {
        return "'"
                + String.join(
                        "', '",
                        clones.stream().map(KernelSymbol::name).distinct().toList()) + "'";
    }
}
