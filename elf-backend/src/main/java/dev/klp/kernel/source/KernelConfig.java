package dev.klp.kernel.source;

import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.KernelVersion;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .config} as scripts/kconfig/confdata.c writes it.
 *
 * @param values the value of every option that it names, by name with {@code CONFIG_}: {@code y}, {@code m}, a number, or a string
 *     with its quotes; {@code n} for one that "is not set"
 * @param version the version of the kernel's source, from the heading; null if there is none
 */
public record KernelConfig(
        SortedMap<String, String> values, @Nullable KernelVersion version) {
    private static final String PREFIX = "CONFIG_";
    private static final String COMMENT = "#";
    private static final String UNSET = " is not set";

    /** The {@code mainmenu} of the kernel's Kconfig, {@code Linux/$(ARCH) $(KERNELVERSION) Kernel Configuration}. */
    private static final Pattern HEADING = Pattern.compile("# Linux/\\S+ (\\S+) Kernel Configuration");

    public KernelConfig {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * Reads a configuration.
     *
     * @throws KernelFormatException if a line is neither an assignment, nor a comment, nor empty
     */
    public static KernelConfig parse(String file, byte[] content) throws KernelFormatException {
        TextLines lines = new TextLines(file, content);
        SortedMap<String, String> values = new TreeMap<>();
        KernelVersion version = null;
        for (String line = lines.next(); line != null; line = lines.next()) {
            int equals = line.indexOf('=');
            if (line.startsWith(PREFIX) && equals > PREFIX.length()) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            } else if (line.startsWith("# " + PREFIX) && line.endsWith(UNSET)) {
                values.put(line.substring(2, line.length() - UNSET.length()), "n");
            } else if (line.startsWith(COMMENT)) {
                Matcher heading = HEADING.matcher(line);
                version = version == null && heading.matches()
                        ? KernelVersion.parse(heading.group(1)).orElse(null)
                        : version;
            } else if (!line.isBlank()) {
                throw lines.malformed("is neither CONFIG_NAME=value nor a comment");
            }
        }
        return new KernelConfig(values, version);
    }
}
