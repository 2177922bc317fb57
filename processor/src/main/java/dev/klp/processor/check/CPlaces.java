package dev.klp.processor.check;

import dev.klp.processor.csource.Place;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Position;

/** From places in C text to places in Java. */
final class CPlaces {
    private CPlaces() {}

    /** The entry of {@code sources} that names the file. */
    static Position position(PatchSpec patch, Place place) {
        return patch.sources().stream()
                .filter(source -> source.value().equals(place.file()))
                .findFirst()
                .map(source -> source.position())
                .orElse(patch.position());
    }
}
