package dev.klp.processor.csource;

import dev.klp.templates.model.SourceFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All C files of a patch, which the generated tree compiles as one unit. */
public final class CUnit {
    private final Set<String> definitions;
    private final Map<String, CFunction> functions;
    private final Map<String, Place> uses;
    private final Map<String, Place> words;
    private final List<CallOfName> calls;

    CUnit(
            Set<String> definitions,
            Map<String, CFunction> functions,
            Map<String, Place> uses,
            Map<String, Place> words,
            List<CallOfName> calls) {
        this.definitions = Set.copyOf(definitions);
        this.functions = Map.copyOf(functions);
        this.uses = Collections.unmodifiableMap(new LinkedHashMap<>(uses));
        this.words = Map.copyOf(words);
        this.calls = List.copyOf(calls);
    }

    /** Reads the files in the order of the unit. Text that is no C gives an answer too, if none of use. */
    public static CUnit of(List<SourceFile> files) {
        UnitReader reader = new UnitReader();
        files.forEach(reader::read);
        return reader.unit();
    }

    /** Whether the text defines a function, a variable, a constant or a macro of this name. */
    public boolean defines(String name) {
        return definitions.contains(name);
    }

    /** The function of this name that the text defines. */
    public Optional<CFunction> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /**
     * The names that the code refers to and does not define, each where it comes first: functions, variables, macros, constants.
     * Members, tags, labels, locals and what stands in preprocessor lines, comments and texts are not among them.
     */
    public Map<String, Place> uses() {
        return uses;
    }

    /** Where a name comes first, be it used, defined or declared; members aside. */
    public Optional<Place> first(String name) {
        return Optional.ofNullable(words.get(name));
    }

    /** The calls with one argument that is a name or the address of one. */
    public List<CallOfName> calls() {
        return calls;
    }
}
