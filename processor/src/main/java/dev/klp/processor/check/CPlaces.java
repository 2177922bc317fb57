package dev.klp.processor.check;

import dev.klp.processor.csource.Place;
import dev.klp.processor.spec.CodeSpec;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.Positioned;
import java.util.stream.Stream;

/** From places in C text to places in Java. */
final class CPlaces {
    private CPlaces() {}

    /** The entry of {@code sources} that names the file, or the {@code code} that is one. */
    static Position position(PatchSpec patch, Place place) {
        return Stream.concat(
                        patch.sources().stream().filter(source -> source.value().equals(place.source())),
                        patch.code().stream()
                                .filter(code -> code.file().equals(place.source()))
                                .map(CodeSpec::text))
                .findFirst()
                .map(Positioned::position)
                .orElse(patch.position());
    }
}
