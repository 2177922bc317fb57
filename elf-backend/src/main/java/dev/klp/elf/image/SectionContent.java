package dev.klp.elf.image;

/**
 * What a section holds, as far as the graph needs to know: whatever contains indices or names is a type of its own, all
 * else is opaque.
 */
public sealed interface SectionContent
        permits OpaqueContent,
                NoBitsContent,
                StringTableContent,
                SymbolTableContent,
                ExtendedIndexContent,
                RelocationContent,
                GroupContent {}
