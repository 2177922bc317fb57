package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.Position;
import dev.klp.templates.backend.LivepatchFeature;
import dev.klp.templates.model.KernelRelease;
import dev.klp.templates.model.KernelVersion;

/** What a patch says must be something that the kernel understands: nothing is left out without a word. */
final class KernelFeatureCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        if (!LivepatchSupportCheck.isMet(subject.kernel())) {
            return;
        }
        KernelVersion version = new KernelRelease(subject.kernel().release().orElseThrow()).version();
        FeatureUse.of(subject.patch())
                .filter(use -> !use.isUnderstoodBy(version))
                .forEach(use -> report(use.feature(), use.position(), findings));
        subject.functions()
                .filter(use ->
                        use.sympos().value() == 0 && use.symbols().size() > 1 && !LivepatchFeature.SYMPOS.isIn(version))
                .forEach(use -> report(LivepatchFeature.SYMPOS, use.position(), findings));
        if (!subject.patch().replace().given() && !LivepatchFeature.REPLACE.isIn(version)) {
            findings.add(
                    DiagnosticCode.NO_REPLACE,
                    subject.patch().position(),
                    "the patch does not take the place of those that are loaded",
                    Hint.note(LivepatchFeature.REPLACE.words() + ": " + LivepatchFeature.REPLACE.range()),
                    Hint.help("write replace = false if that is meant"));
        }
    }

    private static void report(LivepatchFeature feature, Position position, Findings findings) {
        findings.add(
                DiagnosticCode.KERNEL_FEATURE,
                position,
                "the patch cannot have " + feature.words(),
                Hint.note(feature.words() + ": " + feature.range()));
    }
}
