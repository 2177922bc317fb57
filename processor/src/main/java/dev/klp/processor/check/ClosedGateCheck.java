package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.ObjectSpec;

/**
 * Relocations of a module are written when that module is patched ({@code klp_init_object_loaded} in
 * kernel/livepatch/core.c). Without functions and callbacks there is no {@code klp_object}, and they keep what the compiler left: code
 * that uses them jumps to nowhere. Those of vmlinux are written when the patch is loaded, whatever it patches.
 */
final class ClosedGateCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectSpec object : subject.patch().objects()) {
            if (!object.isVmlinux()
                    && !object.isListed()
                    && !object.relocations().isEmpty()) {
                findings.add(
                        DiagnosticCode.CLOSED_GATE,
                        object.position(),
                        "the relocations of module " + Quote.of(object.name()) + " are never made, because the patch"
                                + " replaces no function of it",
                        Hint.help("add a method with @KlpFunc, or leave the relocations out"));
            }
        }
    }
}
