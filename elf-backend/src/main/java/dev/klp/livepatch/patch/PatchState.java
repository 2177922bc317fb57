package dev.klp.livepatch.patch;

/**
 * One {@code struct klp_state}.
 *
 * @param id which state of the system it is, never 0; 64 bits unsigned
 * @param version the version of its handling; 32 bits unsigned
 */
public record PatchState(long id, long version) {}
