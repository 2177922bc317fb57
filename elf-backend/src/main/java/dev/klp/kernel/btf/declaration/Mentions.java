package dev.klp.kernel.btf.declaration;

import java.util.SortedSet;
import java.util.TreeSet;

/** The names that one declaration has used so far. */
final class Mentions {
    final SortedSet<String> tags = new TreeSet<>();
    final SortedSet<String> typedefs = new TreeSet<>();
    final SortedSet<String> enumerations = new TreeSet<>();
    boolean nameable = true;

    Declaration declaration(String text) {
        return new Declaration(text, tags, typedefs, enumerations, nameable);
    }
}
