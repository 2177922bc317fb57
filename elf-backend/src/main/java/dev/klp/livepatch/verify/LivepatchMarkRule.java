package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;

/**
 * {@code klp_enable_patch} (kernel/livepatch/core.c) refuses a module that does not say that it is a livepatch, because the loader
 * has not kept its relocations then ({@code check_modinfo_livepatch} in kernel/module/main.c).
 */
final class LivepatchMarkRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.info().first("livepatch") == null) {
            findings.add(
                    DiagnosticCode.NOT_MARKED_AS_LIVEPATCH,
                    "the module does not say that it is a livepatch",
                    KernelAnswer.refused(
                            LoadError.EINVAL, "module " + subject.name() + " is not marked as a livepatch module"),
                    Hint.help("write MODULE_INFO(livepatch, \"Y\");"));
        }
    }
}
