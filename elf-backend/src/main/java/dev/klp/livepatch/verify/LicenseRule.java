package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import java.util.Set;

/**
 * {@code klp_enable_patch} is exported to modules of a compatible licence only, so that no other livepatch loads: {@code
 * license_is_gpl_compatible} in include/linux/license.h.
 */
final class LicenseRule implements Rule {
    private static final Set<String> COMPATIBLE =
            Set.of("GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL");

    @Override
    public void check(Subject subject, Findings findings) {
        String license = subject.info().first("license");
        if (license == null || !COMPATIBLE.contains(license)) {
            findings.add(
                    DiagnosticCode.LICENSE,
                    license == null
                            ? "the module names no licence"
                            : "the licence '" + license
                                    + "' is not one that the kernel takes as compatible with its own",
                    KernelAnswer.refused(LoadError.ENOENT, "Unknown symbol klp_enable_patch (err -2)"),
                    Hint.help("write MODULE_LICENSE(\"GPL\");"));
        }
    }
}
