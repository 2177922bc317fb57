package dev.klp.cli;

import dev.klp.diagnostics.Severity;
import dev.klp.livepatch.verify.Finding;
import dev.klp.livepatch.verify.VerificationTarget;
import java.util.List;

/**
 * What was found about one module for one kernel.
 *
 * @param file the module, as the user named it
 * @param target the kernel
 * @param findings what is wrong
 */
record VerificationReport(String file, VerificationTarget target, List<Finding> findings) {
    /** The kernel's release if one was given, else the version whose rules were taken. */
    String kernel() {
        return target.index() == null
                ? target.version().toString()
                : target.index().release().orElse(target.version().toString());
    }

    long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
