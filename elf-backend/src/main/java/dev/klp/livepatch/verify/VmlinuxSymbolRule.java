package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;

/**
 * Since 5.8 a module's relocations must not be against symbols of vmlinux, which are resolved when the livepatch itself is loaded:
 * {@code kernel/livepatch/core.c:klp_resolve_symbols}, commit ca376a937486. The module fails to load then.
 */
final class VmlinuxSymbolRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        if (!subject.version().isAtLeast(5, 8)) {
            return;
        }
        References.each(subject, (table, relocation, name) -> {
            if (name.isOfVmlinux() && !table.isGatedByVmlinux() && subject.opens(table)) {
                findings.add(
                        DiagnosticCode.VMLINUX_SYMBOL_IN_MODULE,
                        subject.module().place(table.target(), relocation.offset()),
                        "'" + name.name() + "' of vmlinux is gated by the module '" + table.gate() + "'",
                        KernelAnswer.targetRefused(
                                LoadError.EINVAL,
                                "invalid access to vmlinux symbol '" + name.name()
                                        + "' from module-specific livepatch relocation section"),
                        Hint.help("gate it by vmlinux: it is there whenever the livepatch is"));
            }
        });
    }
}
