package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelSymbol;

/**
 * A symbol that the kernel's livepatch core shall resolve.
 *
 * @param symbol the module's symbol
 * @param meaning the kernel's symbol
 * @param isNew whether the module's symbol table lacks {@code symbol} so far
 */
public record LivepatchSymbol(Symbol symbol, KernelSymbol meaning, boolean isNew) {}
