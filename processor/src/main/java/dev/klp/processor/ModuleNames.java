package dev.klp.processor;

import dev.klp.processor.spec.PatchSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which patch types of this compilation have which module name. Names alone: elements do not outlive their round. */
final class ModuleNames {
    private final Map<String, Set<String>> types = new HashMap<>();

    void add(PatchSpec patch) {
        types.computeIfAbsent(patch.name().value(), unused -> new TreeSet<>()).add(patch.qualifiedName());
    }

    /** The other types with the patch's module name, in alphabetical order. */
    List<String> namesakes(PatchSpec patch) {
        return types.getOrDefault(patch.name().value(), Set.of()).stream()
                .filter(type -> !type.equals(patch.qualifiedName()))
                .toList();
    }
}
