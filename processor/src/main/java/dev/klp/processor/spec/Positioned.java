package dev.klp.processor.spec;

/**
 * A value and where it is written.
 *
 * @param value the value
 * @param position where it is written; a value left at its default stands at its annotation
 * @param given whether the author wrote it
 */
public record Positioned<T>(T value, Position position, boolean given) {}
