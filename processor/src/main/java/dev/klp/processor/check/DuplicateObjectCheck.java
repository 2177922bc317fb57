package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;

/** The second entry of an object in sysfs is refused with -EEXIST ({@code klp_init_object_early} and {@code kobject_add}). */
final class DuplicateObjectCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        Duplicates.forEach(
                subject.patch().objects().stream(),
                object -> object.module().value(),
                object -> findings.add(
                        DiagnosticCode.DUPLICATE_OBJECT,
                        object.module().position(),
                        "object " + Quote.of(object.name()) + " is listed twice",
                        Hint.help("put all its functions and relocations on one type")));
    }
}
