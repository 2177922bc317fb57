package dev.klp.kernel.source;

import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.modules.ModuleName;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which modules a kernel has built in. */
public final class BuiltInModules {
    private static final String FILE_KEY = ".file=";

    private BuiltInModules() {}

    /**
     * The paths in a {@code modules.builtin} (one a line, {@code kernel/drivers/…/name.ko}) by name in the kernel's form.
     *
     * @throws KernelFormatException if a line is no path of a module
     */
    public static SortedMap<String, String> parseList(String file, byte[] content) throws KernelFormatException {
        TextLines lines = new TextLines(file, content);
        SortedMap<String, String> paths = new TreeMap<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.endsWith(".ko")) {
                throw lines.malformed("is not the path of a module");
            }
            paths.put(ModuleName.official(line), line);
        }
        return paths;
    }

    /**
     * The paths in a {@code modules.builtin.modinfo} by name: strings {@code name.key=value}, each ended by a zero byte, with the path
     * as {@code name.file=drivers/…/name} (scripts/Makefile.lib, {@code modinfo} of built-in objects, since 5.2).
     */
    public static SortedMap<String, String> parseModinfo(byte[] content) {
        SortedMap<String, String> paths = new TreeMap<>();
        String text = new String(content, StandardCharsets.UTF_8);
        for (String pair : text.split("\0", -1)) {
            int key = pair.indexOf(FILE_KEY);
            if (key > 0) {
                String path = pair.substring(key + FILE_KEY.length());
                paths.put(ModuleName.official(pair.substring(0, key)), "kernel/" + path + ".ko");
            }
        }
        return paths;
    }
}
