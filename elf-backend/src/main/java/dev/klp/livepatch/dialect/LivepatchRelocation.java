package dev.klp.livepatch.dialect;

import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.ObjectName;

/**
 * A relocation that the kernel's livepatch core shall apply.
 *
 * @param gatingObject the object whose loading makes the kernel apply it
 * @param meaning the kernel's symbol
 * @param target the section that it changes
 * @param table the ordinary relocations among which it stands now
 * @param relocation the relocation; its symbol is the module's symbol that stands for {@code meaning}
 */
public record LivepatchRelocation(
        ObjectName gatingObject,
        KernelSymbol meaning,
        Section target,
        RelocationContent table,
        Relocation relocation) {}
