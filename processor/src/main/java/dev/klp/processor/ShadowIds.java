package dev.klp.processor;

import dev.klp.processor.check.NamedShadow;
import dev.klp.processor.spec.PatchSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The shadow variables of this compilation's patch types. No elements: they do not outlive their round. */
final class ShadowIds {
    private final Set<NamedShadow> known = new LinkedHashSet<>();

    void add(PatchSpec patch) {
        patch.shadows().forEach(shadow -> known.add(new NamedShadow(patch.qualifiedName(), shadow.identity())));
    }

    /** Those of all other types. */
    List<NamedShadow> ofOthers(PatchSpec patch) {
        return known.stream()
                .filter(shadow -> !shadow.patch().equals(patch.qualifiedName()))
                .toList();
    }
}
