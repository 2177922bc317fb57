package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.kernel.KernelIndex;

/** Without {@code CONFIG_LIVEPATCH} the kernel answers -ENOEXEC, "livepatch support is disabled" (load_module). */
final class LivepatchSupportCheck implements KernelCheck {
    private static final String OPTION = "CONFIG_LIVEPATCH";

    @Override
    public void check(KernelSubject subject, Findings findings) {
        if (!isMet(subject.kernel())) {
            findings.add(
                    DiagnosticCode.NO_LIVEPATCH,
                    subject.patch().position(),
                    "there is no livepatching",
                    Hint.note(OPTION + " is not set in its configuration"));
        }
    }

    /** Whether a kernel can livepatch, as far as its configuration is known. */
    static boolean isMet(KernelIndex kernel) {
        return kernel.config(OPTION).orElse("y").equals("y");
    }
}
