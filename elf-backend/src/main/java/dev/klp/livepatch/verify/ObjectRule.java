package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.ObjectLookup;
import dev.klp.livepatch.patch.Patch;
import dev.klp.livepatch.patch.PatchedObject;

/**
 * An object is compared with the names of modules as they are loaded, and waited for if none matches: {@code klp_find_object_module}
 * and {@code klp_module_coming} in kernel/livepatch/core.c.
 */
final class ObjectRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        KernelIndex index = subject.index();
        Patch patch = subject.patch();
        if (index == null
                || patch == null
                || index.objects().stream().noneMatch(object -> object.kind() == ObjectKind.MODULE)) {
            return;
        }
        for (PatchedObject object : patch.objects()) {
            String name = object.name();
            if (name != null && !name.isEmpty() && index.object(name).isEmpty()) {
                report(object, name, index.lookup(name), findings);
            }
        }
    }

    private static void report(PatchedObject object, String name, ObjectLookup lookup, Findings findings) {
        DiagnosticCode code = DiagnosticCode.UNKNOWN_OBJECT;
        String text = "this kernel has no module '" + name + "'";
        Hint[] hints = {};
        if (lookup instanceof ObjectLookup.Indexed indexed) {
            hints = new Hint[] {
                Hint.help("the kernel calls it '" + indexed.object().name() + "'")
            };
        } else if (lookup instanceof ObjectLookup.BuiltIn builtIn) {
            code = DiagnosticCode.BUILT_IN_OBJECT;
            text = "'" + builtIn.name() + "' is built into this kernel (" + builtIn.path() + ")";
            hints = new Hint[] {Hint.help("its functions are in vmlinux, replace them there")};
        } else if (lookup instanceof ObjectLookup.Unknown unknown
                && !unknown.nearest().isEmpty()) {
            hints = new Hint[] {Hint.help("did you mean '" + String.join("', '", unknown.nearest()) + "'")};
        }
        findings.add(code, object.place(), text, KernelAnswer.silent(Outcome.IGNORED), hints);
    }
}
