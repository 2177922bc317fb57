package dev.klp.processor.spec;

import java.util.List;

/**
 * What the build of a module takes beside its one C unit, each value at its array entry.
 *
 * @param units C files that are compiled each on its own
 * @param privateHeaders header files of the author's
 * @param cflags flags for the compiler
 * @param namespaces namespaces of exported symbols
 */
public record BuildSpec(
        List<Positioned<String>> units,
        List<Positioned<String>> privateHeaders,
        List<Positioned<String>> cflags,
        List<Positioned<String>> namespaces) {
    public BuildSpec {
        units = List.copyOf(units);
        privateHeaders = List.copyOf(privateHeaders);
        cflags = List.copyOf(cflags);
        namespaces = List.copyOf(namespaces);
    }

    static BuildSpec of(Members members) {
        return new BuildSpec(
                members.strings("units"),
                members.strings("privateHeaders"),
                members.strings("cflags"),
                members.strings("importNs"));
    }
}
