package dev.klp.kernel.source;

import dev.klp.kernel.KernelFormatException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a {@code .config} as scripts/kconfig/confdata.c writes it. */
public final class KernelConfig {
    private static final String PREFIX = "CONFIG_";
    private static final String COMMENT = "#";
    private static final String UNSET = " is not set";

    private KernelConfig() {}

    /**
     * The value of every option that is set, by name with {@code CONFIG_}: {@code y}, {@code m}, a number, or a string with its
     * quotes.
     *
     * @throws KernelFormatException if a line is neither an assignment, nor a comment, nor empty
     */
    public static SortedMap<String, String> parse(String file, byte[] content) throws KernelFormatException {
        TextLines lines = new TextLines(file, content);
        SortedMap<String, String> values = new TreeMap<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            int equals = line.indexOf('=');
            if (line.startsWith(PREFIX) && equals > PREFIX.length()) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            } else if (line.startsWith("# " + PREFIX) && line.endsWith(UNSET)) {
                values.remove(line.substring(2, line.length() - UNSET.length()));
            } else if (!line.isBlank() && !line.startsWith(COMMENT)) {
                throw lines.malformed("is neither CONFIG_NAME=value nor a comment");
            }
        }
        return values;
    }
}
