package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A relocation that the kernel's livepatch core shall apply.
 *
 * @param gatingObject the object whose loading makes the kernel apply it
 * @param meaning the kernel's symbol
 * @param target the section that it changes
 * @param relocation the relocation; its symbol is the module's symbol that stands for {@code meaning}
 * @param replaced the ordinary relocation that stands at the place now and has to go, or null if there is none
 */
public record LivepatchRelocation(
        ObjectName gatingObject,
        KernelSymbol meaning,
        Section target,
        Relocation relocation,
        @Nullable OrdinaryRelocation replaced) {}
