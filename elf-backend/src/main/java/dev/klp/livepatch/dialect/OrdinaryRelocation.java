package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;

/**
 * A relocation that the module loader applies.
 *
 * @param table the table that it stands in
 * @param relocation the relocation itself
 */
public record OrdinaryRelocation(RelocationContent table, Relocation relocation) {}
