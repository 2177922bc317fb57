package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.released.ReleasedFunction;
import dev.klp.processor.released.ReleasedPatch;
import dev.klp.processor.released.ReleasedState;
import dev.klp.processor.spec.FunctionSpec;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.StateSpec;
import java.util.List;

/**
 * What a patch does to those that may be loaded before it. A replacing patch takes every function back that it does not replace
 * itself, and calls none of their callbacks ({@code klp_unpatch_replaced_patches} in kernel/livepatch/core.c); a patch must list
 * their states ({@code klp_is_patch_compatible} in kernel/livepatch/state.c).
 */
final class ReleasedPatchCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        PatchSpec patch = subject.patch();
        subject.released().stream()
                .filter(released -> !released.name().equals(patch.name().value()))
                .forEach(released -> {
                    if (patch.replace().value()) {
                        dropped(patch, released, findings);
                        uncalled(patch, released, findings);
                    } else {
                        shared(patch, released, findings);
                    }
                    released.states().forEach(state -> state(patch, released, state, findings));
                });
    }

    private static void dropped(PatchSpec patch, ReleasedPatch released, Findings findings) {
        List<ReleasedFunction> own = ReleasedPatch.of(patch).functions();
        for (ReleasedFunction function : released.functions()) {
            if (own.stream().noneMatch(function::isSame)) {
                findings.add(
                        DiagnosticCode.DROPPED_FUNCTION,
                        patch.position(),
                        "the patch takes the place of " + Quote.of(released.name()) + " and does not replace "
                                + Quote.of(function.name()) + " of " + Quote.of(function.object()),
                        Hint.note("the function goes back to its original"),
                        Hint.help("replace it in this patch too, or write replace = false"));
            }
        }
    }

    private static void uncalled(PatchSpec patch, ReleasedPatch released, Findings findings) {
        for (String object : released.postUnpatched()) {
            findings.add(
                    DiagnosticCode.UNCALLED_UNPATCH,
                    patch.position(),
                    "the patch takes the place of " + Quote.of(released.name()) + ", whose post_unpatch for "
                            + Quote.of(object) + " will never run",
                    Hint.note("of the callbacks of two such patches only the new one's are called"),
                    Hint.help("take over in this patch's callbacks what the other one left"));
        }
    }

    private static void shared(PatchSpec patch, ReleasedPatch released, Findings findings) {
        for (ObjectSpec object : patch.objects()) {
            for (FunctionSpec function : object.functions()) {
                String name = function.oldName().value();
                ReleasedFunction own = new ReleasedFunction(
                        object.name(), name, function.sympos().value());
                if (released.functions().stream().anyMatch(own::isSame)) {
                    findings.add(
                            DiagnosticCode.SHARED_FUNCTION,
                            function.oldName().given() ? function.oldName().position() : function.method(),
                            "function " + Quote.of(name) + " of " + Quote.of(object.name())
                                    + " is replaced by the released patch " + Quote.of(released.name()) + " too",
                            Hint.note("the one loaded last is called, without what the other one mends"),
                            Hint.help("make one patch of both with replace = true"));
                }
            }
        }
    }

    private static void state(PatchSpec patch, ReleasedPatch released, ReleasedState state, Findings findings) {
        String id = "0x" + Long.toHexString(state.id());
        List<StateSpec> own = patch.states().stream()
                .filter(mine -> mine.id().value() == state.id())
                .toList();
        if (own.isEmpty() && patch.replace().value()) {
            findings.add(
                    DiagnosticCode.STATE_COMPATIBILITY,
                    patch.position(),
                    "the patch takes the place of " + Quote.of(released.name()) + " and does not list its state " + id,
                    Hint.help("add @KlpState(name = \"...\", id = " + id + "L, version = " + state.version() + ")"));
        }
        for (StateSpec mine : own) {
            if (Integer.compareUnsigned(mine.version().value(), state.version()) < 0) {
                findings.add(
                        DiagnosticCode.STATE_COMPATIBILITY,
                        mine.version().position(),
                        "state " + id + " has version " + mine.version().value() + ", and " + state.version() + " in "
                                + Quote.of(released.name()),
                        Hint.help("write version = " + state.version() + " or more"));
            }
        }
    }
}
