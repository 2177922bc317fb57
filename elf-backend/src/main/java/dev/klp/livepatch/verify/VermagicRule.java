package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.modules.ModuleVersions;
import java.util.Optional;

/**
 * The text that a module was built with must be the kernel's own: {@code check_modinfo} in kernel/module/main.c. The kernel's own
 * modules have it, too. With {@code CONFIG_MODVERSIONS} the kernel does not compare its first word, the release ({@code same_magic}
 * in kernel/module/version.c), but a livepatch is for one build.
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
        boolean sameRest = kernels == null || rest(own).equals(rest(kernels));
        String wanted = kernels == null ? index.release().orElse(release(own)) : kernels;
        if (sameRest && release(own).equals(release(wanted))) {
            return;
        }
        boolean releaseIsCompared =
                !index.config("CONFIG_MODVERSIONS").orElse("n").equals("y")
                        || subject.module().image().section(ModuleVersions.SECTION) == null;
        boolean refused = !sameRest || releaseIsCompared;
        findings.add(
                refused ? DiagnosticCode.VERMAGIC : DiagnosticCode.OTHER_RELEASE,
                "the module was built for '" + own.strip() + "', the kernel is '" + wanted.strip() + "'",
                refused
                        ? KernelAnswer.refused(
                                LoadError.ENOEXEC, "version magic '" + own + "' should be '" + wanted + "'")
                        : KernelAnswer.silent(Outcome.LOADED),
                Hint.help("build with the headers of the very kernel that shall load the module"));
    }

    private static String release(String vermagic) {
        return vermagic.split(" ", 2)[0];
    }

    private static String rest(String vermagic) {
        int space = vermagic.indexOf(' ');
        return space < 0 ? "" : vermagic.substring(space).strip();
    }
}
