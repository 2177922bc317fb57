package dev.klp.processor.spec;

/**
 * An annotation at a place where it says nothing.
 *
 * @param position the annotation
 * @param annotation its simple name
 * @param place where it belongs, as the end of a sentence: {@code on a type nested directly in a @KlpPatch type}
 */
public record Misplaced(Position position, String annotation, String place) {}
