package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;

/**
 * Since 5.8 relocations gated by vmlinux are applied when the livepatch is loaded ({@code kernel/module/main.c:apply_relocations},
 * commit 7c8e2bdd5f0d). A module's symbol is found then only if that module happens to be loaded.
 */
final class ModuleSymbolRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        References.each(subject, (table, relocation, name) -> {
            if (!name.isOfVmlinux() && table.isGatedByVmlinux()) {
                findings.add(
                        DiagnosticCode.MODULE_SYMBOL_IN_VMLINUX,
                        subject.module().place(table.target(), relocation.offset()),
                        "'" + name.name() + "' of the module '" + name.object()
                                + "' is gated by vmlinux, so that the livepatch loads only while '" + name.object()
                                + "' is loaded",
                        KernelAnswer.refused(
                                LoadError.EINVAL, "symbol '" + name.name() + "' not found in symbol table"),
                        Hint.help("gate it by the patched module that uses it"));
            }
        });
    }
}
