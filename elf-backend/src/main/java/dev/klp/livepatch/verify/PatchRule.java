package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.livepatch.ModulePlace;
import dev.klp.livepatch.ObjectName;
import dev.klp.livepatch.patch.Patch;
import dev.klp.livepatch.patch.PatchSearch;
import dev.klp.livepatch.patch.PatchedFunction;
import dev.klp.livepatch.patch.PatchedObject;

/**
 * What {@code klp_enable_patch} demands of {@code struct klp_patch}: {@code klp_init_object} and {@code klp_init_func} in
 * kernel/livepatch/core.c. It says nothing when it refuses.
 */
final class PatchRule implements Rule {
    private static final KernelAnswer REFUSED = KernelAnswer.refused(LoadError.EINVAL);

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.search() instanceof PatchSearch.Unknown unknown) {
            findings.add(
                    DiagnosticCode.PATCH_NOT_FOUND,
                    unknown.reason() + "; objects and functions were not checked",
                    KernelAnswer.silent(Outcome.LOADED));
        } else if (subject.search() instanceof PatchSearch.Found found) {
            Patch patch = found.patch();
            if (!found.terminated()) {
                unterminated(patch.objects().get(0).place(), "objects", findings);
            }
            for (PatchedObject object : patch.objects()) {
                check(subject, object, findings);
            }
        }
    }

    private static void check(Subject subject, PatchedObject object, Findings findings) {
        String name = object.name();
        if (name != null && (name.isEmpty() || name.length() > ObjectName.MAX_LENGTH)) {
            findings.add(
                    DiagnosticCode.OBJECT_NAME,
                    object.place(),
                    "the object's name has " + name.length() + " characters; the kernel takes 1 to "
                            + ObjectName.MAX_LENGTH,
                    REFUSED);
        }
        if (name != null && !name.isEmpty() && isNoModule(name)) {
            findings.add(
                    DiagnosticCode.OBJECT_NAME,
                    object.place(),
                    "no module is ever called '" + name + "'",
                    KernelAnswer.silent(Outcome.IGNORED),
                    Hint.help(
                            name.equals(ObjectName.VMLINUX.text())
                                    ? "leave klp_object.name NULL for the kernel itself"
                                    : "the kernel's name of a module has '_' for '-', no folder and no '.ko'"));
        }
        if (!object.hasFunctions()) {
            findings.add(
                    DiagnosticCode.OBJECT_WITHOUT_FUNCTIONS,
                    object.place(),
                    "the object '" + object.displayName() + "' has no array of functions (klp_object.funcs is NULL)",
                    REFUSED);
        }
        if (!object.terminated()) {
            unterminated(
                    object.functions().isEmpty()
                            ? object.place()
                            : object.functions().get(0).place(),
                    "functions of '" + object.displayName() + "'",
                    findings);
        }
        int longest = LivepatchName.longestName(subject.version());
        for (PatchedFunction function : object.functions()) {
            String old = function.oldName();
            if (function.newFunction() == null || old == null || old.isEmpty() || old.length() > longest) {
                findings.add(DiagnosticCode.PATCHED_FUNCTION, function.place(), problem(function, longest), REFUSED);
            }
        }
    }

    /** {@code KBUILD_MODNAME} has '_' for every '-', and a module's name never has a dot or a slash: scripts/Makefile.lib. */
    private static boolean isNoModule(String name) {
        return name.equals(ObjectName.VMLINUX.text())
                || name.indexOf('/') >= 0
                || name.indexOf('-') >= 0
                || name.indexOf('.') >= 0;
    }

    private static String problem(PatchedFunction function, int longest) {
        String old = function.oldName();
        if (old == null || old.isEmpty()) {
            return "the entry names no function to replace";
        }
        return function.newFunction() == null
                ? "the entry for '" + old + "' has no new function (klp_func.new_func is NULL)"
                : "the function's name has " + old.length() + " characters; the kernel takes " + longest + " at most";
    }

    private static void unterminated(ModulePlace place, String what, Findings findings) {
        findings.add(
                DiagnosticCode.UNTERMINATED_ARRAY,
                place,
                "the array of " + what + " does not end with an empty entry",
                KernelAnswer.silent(Outcome.CORRUPTED));
    }
}
