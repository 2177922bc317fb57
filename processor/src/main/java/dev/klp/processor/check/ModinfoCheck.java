package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.processor.spec.ModinfoSpec;
import dev.klp.processor.spec.Positioned;
import dev.klp.templates.model.ModuleInfo;

/** Module information becomes C strings, and {@code modinfo} prints it line by line. */
final class ModinfoCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        checkOwn(subject.patch().description(), "description", findings);
        checkOwn(subject.patch().author(), "author", findings);
        checkOwn(subject.patch().version(), "version", findings);
        for (ModinfoSpec pair : subject.patch().modinfo()) {
            String tag = pair.tag().value();
            findings.addProblem(DiagnosticCode.MODINFO_TAG, pair.tag(), "modinfo tag", ModuleInfo.tagProblem(tag));
            checkValue(pair.value(), "modinfo value", findings);
        }
    }

    /** Of an attribute of the patch's own, where the empty string says that there is none. */
    private static void checkOwn(Positioned<String> attribute, String what, Findings findings) {
        if (!attribute.value().isEmpty()) {
            checkValue(attribute, what, findings);
        }
    }

    private static void checkValue(Positioned<String> value, String what, Findings findings) {
        findings.addProblem(DiagnosticCode.MODINFO_VALUE, value, what, ModuleInfo.problem(value.value()));
    }
}
