package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import java.util.Optional;

/**
 * The text that a module was built with must be the kernel's own: {@code check_modinfo} in kernel/module/main.c. The kernel's own
 * modules have it, too. Without one of them only its first word, the release, is compared. With {@code CONFIG_MODVERSIONS} the
 * kernel does not compare that word ({@code same_magic} in kernel/module/version.c), but a livepatch is for one build.
 */
final class VermagicRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        KernelIndex index = subject.index();
        String own = subject.info().first("vermagic");
        if (own == null) {
            findings.add(
                    DiagnosticCode.VERMAGIC,
                    "the module does not say which kernel it was built for (vermagic=)",
                    KernelAnswer.refused(LoadError.ENOEXEC),
                    Hint.note("modpost writes it; the file may be an object file that is not linked to a module yet"));
            return;
        }
        if (index == null) {
            return;
        }
        String kernels = index.objects().stream()
                .filter(object -> !object.isLivepatch())
                .map(KernelObject::vermagic)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        String release = index.release().orElse(null);
        String wanted = kernels != null ? kernels : release;
        String compared = kernels != null ? own : own.split(" ", 2)[0];
        if (wanted != null && !wanted.strip().equals(compared.strip())) {
            findings.add(
                    DiagnosticCode.VERMAGIC,
                    "the module was built for '" + compared.strip() + "', the kernel is '" + wanted.strip() + "'",
                    KernelAnswer.refused(LoadError.ENOEXEC, "version magic '" + own + "' should be '" + wanted + "'"));
        }
    }
}
