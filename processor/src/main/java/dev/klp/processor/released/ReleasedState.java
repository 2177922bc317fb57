package dev.klp.processor.released;

/**
 * A change of the system.
 *
 * @param id its number, unsigned
 * @param version its version
 */
public record ReleasedState(long id, int version) {}
