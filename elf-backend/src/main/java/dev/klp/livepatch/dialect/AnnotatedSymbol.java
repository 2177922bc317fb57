package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.ObjectName;

/**
 * An undefined symbol of a module of which an annotation says what it stands for, wherever the module refers to it.
 *
 * @param symbol the module's symbol
 * @param gatingObject the object whose loading makes the kernel apply the relocations
 * @param meaning the kernel's symbol
 */
public record AnnotatedSymbol(Symbol symbol, ObjectName gatingObject, KernelSymbol meaning) {}
