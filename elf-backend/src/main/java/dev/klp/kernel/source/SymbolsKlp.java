package dev.klp.kernel.source;

import dev.klp.kernel.KernelFormatException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * klp-convert's list of symbols, as the unmerged scripts/Makefile.modfinal writes it: a first line with the version, then for each
 * object {@code *name} and its symbols, one a line, sorted by name and repeated as often as they occur. A symbol {@code __ksymtab_x}
 * says that {@code x} is exported.
 *
 * @param objects the symbols of each object by the object's name in the kernel's form
 * @param exported the exported names by object
 */
public record SymbolsKlp(Map<String, List<String>> objects, Map<String, Set<String>> exported) {
    static final String MAGIC = "klp-convert-symbol-data.0.1";
    private static final String EXPORT = "__ksymtab_";

    /**
     * Reads a list.
     *
     * @throws KernelFormatException if it has no version line, or a symbol before the first object
     */
    public static SymbolsKlp parse(String file, byte[] content) throws KernelFormatException {
        TextLines lines = new TextLines(file, content);
        String first = lines.next();
        if (first == null || !first.startsWith(MAGIC)) {
            throw new KernelFormatException(file, "does not begin with '" + MAGIC + "'");
        }
        Map<String, List<String>> objects = new LinkedHashMap<>();
        Map<String, Set<String>> exported = new LinkedHashMap<>();
        String object = "";
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.startsWith("*")) {
                object = line.substring(1).replace('-', '_');
                objects.computeIfAbsent(object, key -> new ArrayList<>());
                exported.computeIfAbsent(object, key -> new LinkedHashSet<>());
            } else if (object.isEmpty()) {
                throw lines.malformed("names a symbol before the first object ('*vmlinux')");
            } else if (!line.isEmpty()) {
                add(line, objects.getOrDefault(object, new ArrayList<>()), exported.getOrDefault(object, Set.of()));
            }
        }
        return new SymbolsKlp(Collections.unmodifiableMap(objects), Collections.unmodifiableMap(exported));
    }

    private static void add(String line, List<String> symbols, Set<String> exported) {
        symbols.add(line);
        if (line.startsWith(EXPORT)) {
            exported.add(line.substring(EXPORT.length()));
        }
    }
}
