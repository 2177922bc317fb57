package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.CallbacksSpec;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.Positioned;

/**
 * {@code post_unpatch} undoes {@code pre_patch}, {@code pre_unpatch} undoes {@code post_patch}
 * (Documentation/livepatch/callbacks.rst).
 */
final class LoneCallbackCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectSpec object : subject.patch().objects()) {
            CallbacksSpec callbacks = object.callbacks();
            check(object, "prePatch", callbacks.prePatch(), "postUnpatch", callbacks.postUnpatch(), findings);
            check(object, "postPatch", callbacks.postPatch(), "preUnpatch", callbacks.preUnpatch(), findings);
        }
    }

    private static void check(
            ObjectSpec object,
            String member,
            Positioned<String> callback,
            String counterpart,
            Positioned<String> undo,
            Findings findings) {
        if (!callback.value().isEmpty() && undo.value().isEmpty()) {
            findings.add(
                    DiagnosticCode.LONE_CALLBACK,
                    callback.position(),
                    member + " " + Quote.of(callback.value()) + " of " + Quote.of(object.name()) + " has no "
                            + counterpart,
                    Hint.note("what it takes or changes stays so when the patch is disabled"),
                    Hint.help("undo it in " + counterpart + " = \"...\""));
        }
    }
}
