package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.livepatch.patch.Patch;
import dev.klp.livepatch.patch.PatchedFunction;
import dev.klp.livepatch.patch.PatchedObject;
import java.util.HashSet;
import java.util.Set;

/**
 * Objects and functions become folders below {@code /sys/kernel/livepatch/<patch>}, the latter named {@code <name>,<position>} with
 * 0 written as 1, so that none may come twice ({@code klp_init_object_loaded}, {@code kobject_add} in kernel/livepatch/core.c).
 */
final class DuplicateRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        Patch patch = subject.patch();
        if (patch == null) {
            return;
        }
        Set<String> objects = new HashSet<>();
        for (PatchedObject object : patch.objects()) {
            if (!objects.add(object.displayName())) {
                findings.add(
                        DiagnosticCode.DUPLICATE_OBJECT,
                        object.place(),
                        "the object '" + object.displayName() + "' is listed twice",
                        KernelAnswer.refused(LoadError.EEXIST, "cannot create duplicate filename"));
            }
            Set<String> functions = new HashSet<>();
            for (PatchedFunction function : object.functions()) {
                String folder = function.oldName() + "," + (function.position() == 0 ? 1 : function.position());
                if (function.oldName() != null && !functions.add(folder)) {
                    findings.add(
                            DiagnosticCode.DUPLICATE_FUNCTION,
                            function.place(),
                            "'" + folder + "' of '" + object.displayName() + "' is replaced twice",
                            KernelAnswer.refused(LoadError.EEXIST, "cannot create duplicate filename"));
                }
            }
        }
    }
}
