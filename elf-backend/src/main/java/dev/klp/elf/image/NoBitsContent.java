package dev.klp.elf.image;

/**
 * No bytes in the file: {@code SHT_NOBITS}, or an unused header.
 *
 * @param size {@code sh_size}: the bytes that the section takes in memory
 */
public record NoBitsContent(long size) implements SectionContent {}
