package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.Export;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.ObjectKind;

/** What vmlinux exports, C code uses plainly: modpost and the kernel then compare checksums of its type. */
final class ExportedSymbolCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.relocations()
                .filter(use -> use.object().kind() == ObjectKind.VMLINUX)
                .forEach(use -> use.found()
                        .flatMap(KernelSymbol::export)
                        .ifPresent(export -> findings.add(
                                DiagnosticCode.EXPORTED_SYMBOL,
                                use.position(),
                                "symbol " + Quote.of(use.name()) + " is exported",
                                Hint.help(help(export)))));
    }

    /** A relocation that one kernel needs is right for all. */
    @Override
    public boolean mustHoldEverywhere() {
        return true;
    }

    private static String help(Export export) {
        return "leave the relocation out, and include the header that declares it"
                + (export.namespace().isEmpty() ? "" : "; write MODULE_IMPORT_NS(" + export.namespace() + ")");
    }
}
