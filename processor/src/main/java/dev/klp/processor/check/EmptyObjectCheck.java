package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.ObjectSpec;

/** An object with neither functions nor relocations leaves no trace in the module. */
final class EmptyObjectCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectSpec object : subject.patch().objects()) {
            if (!object.isListed() && object.relocations().isEmpty()) {
                findings.add(
                        DiagnosticCode.EMPTY_OBJECT,
                        object.position(),
                        "object '" + object.type().simpleName() + "' has neither functions nor relocations",
                        Hint.help("add a method with @KlpFunc or a @KlpModuleReloc"));
            }
        }
    }
}
