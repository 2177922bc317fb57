package dev.klp.livepatch.arch;

/**
 * A type of relocation that a module loader takes.
 *
 * @param name its name in the architecture's ABI
 * @param sizeBytes how many bytes at the place it writes, 0 if none
 */
public record RelocationKind(String name, int sizeBytes) {}
