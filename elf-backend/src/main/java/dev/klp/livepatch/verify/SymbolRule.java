package dev.klp.livepatch.verify;

import dev.klp.elf.ElfFormatException;
import dev.klp.kernel.KernelIndex;
import dev.klp.livepatch.ObjectName;
import dev.klp.livepatch.patch.Patch;
import dev.klp.livepatch.patch.PatchedFunction;
import dev.klp.livepatch.patch.PatchedObject;
import java.util.HashSet;
import java.util.Set;

/**
 * Every symbol of a livepatch relocation and every replaced function must be found, at its position, in the object that it is said
 * to be in: {@code kernel/livepatch/core.c:klp_find_object_symbol}.
 */
final class SymbolRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        KernelIndex index = subject.index();
        if (index == null) {
            return;
        }
        SymbolSearch search = new SymbolSearch(index, findings);
        Set<String> seen = new HashSet<>();
        References.each(subject, (table, relocation, name) -> {
            if (subject.opens(table) && seen.add(name.object() + "." + name.name() + "," + name.position())) {
                search.requireLasting(
                        name.object(),
                        name.name(),
                        name.position(),
                        subject.module().place(table.target(), relocation.offset()));
            }
        });
        Patch patch = subject.patch();
        if (patch == null) {
            return;
        }
        for (PatchedObject object : patch.objects()) {
            for (PatchedFunction function : object.functions()) {
                if (function.oldName() != null && !ObjectName.VMLINUX.text().equals(object.name())) {
                    search.requireFunction(
                            object.displayName(), function.oldName(), function.position(), function.place());
                }
            }
        }
    }
}
