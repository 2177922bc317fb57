package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.Positioned;

/** Two patches with one module name would be written into one folder. */
final class DuplicateModuleCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        Positioned<String> name = subject.patch().name();
        for (String namesake : subject.namesakes()) {
            findings.add(
                    DiagnosticCode.DUPLICATE_MODULE,
                    name.position(),
                    "module name " + Quote.of(name.value()) + " is also that of " + Quote.of(namesake),
                    Hint.help("give one of them another name with name = \"...\""));
        }
    }
}
