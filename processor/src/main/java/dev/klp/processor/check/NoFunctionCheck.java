package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.ObjectSpec;

/** A {@code struct klp_patch} whose array of objects holds the terminator alone is accepted and does nothing. */
final class NoFunctionCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.patch().objects().stream().noneMatch(ObjectSpec::isListed)) {
            findings.add(
                    DiagnosticCode.NO_FUNCTION,
                    subject.patch().position(),
                    "the patch replaces no function",
                    Hint.help("add a nested type with @KlpObject and in it a method with @KlpFunc"));
        }
    }
}
