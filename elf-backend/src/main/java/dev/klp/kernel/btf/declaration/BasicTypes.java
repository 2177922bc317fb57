package dev.klp.kernel.btf.declaration;

import java.util.Map;

/** gcc's names of the basic types (its DWARF, and so BTF, says {@code long unsigned int}) as people write them. */
final class BasicTypes {
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("short int", "short"),
            Map.entry("short unsigned int", "unsigned short"),
            Map.entry("long int", "long"),
            Map.entry("long unsigned int", "unsigned long"),
            Map.entry("long long int", "long long"),
            Map.entry("long long unsigned int", "unsigned long long"),
            Map.entry("__int128 unsigned", "unsigned __int128"));

    private BasicTypes() {}

    static String spelling(String name) {
        return SPELLINGS.getOrDefault(name, name);
    }
}
