package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.kernel.KernelIndex;

/** Whether the kernel livepatches at all, and whom it trusts: {@code module_sig_check} in kernel/module/signing.c. */
final class ConfigRule implements Rule {
    private static final String SET = "y";

    @Override
    public void check(Subject subject, Findings findings) {
        KernelIndex index = subject.index();
        if (index == null) {
            return;
        }
        String livepatch = index.config("CONFIG_LIVEPATCH").orElse(SET);
        if (!livepatch.equals(SET)) {
            findings.add(
                    DiagnosticCode.NO_LIVEPATCH,
                    "the kernel is built without livepatching (CONFIG_LIVEPATCH=" + livepatch + ")",
                    KernelAnswer.refused(LoadError.ENOEXEC, "livepatch support is disabled"));
        }
        if (index.config("CONFIG_MODULE_SIG_FORCE").orElse("n").equals(SET) && !subject.signed()) {
            findings.add(
                    DiagnosticCode.SIGNATURE_REQUIRED,
                    "the kernel takes signed modules only, and this one has no signature",
                    KernelAnswer.refused(LoadError.EKEYREJECTED, "Loading of unsigned module is rejected"),
                    Hint.help("sign it with the kernel's scripts/sign-file, after its conversion"));
        }
    }
}
