package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.processor.spec.Positioned;
import dev.klp.templates.model.HeaderName;

/** A header's name stands between {@code <} and {@code >} in C. */
final class HeaderNameCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        for (Positioned<String> header : subject.patch().headers()) {
            findings.addProblem(DiagnosticCode.HEADER_NAME, header, "header name", HeaderName.problem(header.value()));
        }
    }
}
