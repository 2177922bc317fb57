package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.PatchSpec;
import dev.klp.processor.spec.Positioned;
import java.util.List;
import java.util.stream.Stream;

/** A C file that is taken in twice defines everything twice. */
final class DuplicateSourceCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        Duplicates.forEach(
                Stream.of(
                                subject.patch().sources(),
                                subject.patch().build().units(),
                                subject.patch().build().privateHeaders(),
                                code(subject.patch()))
                        .flatMap(List::stream),
                Positioned::value,
                source -> findings.add(
                        DiagnosticCode.DUPLICATE_SOURCE,
                        source.position(),
                        "C file " + Quote.of(source.value()) + " is listed twice"));
    }

    /** C text of an annotation becomes a file too. */
    private static List<Positioned<String>> code(PatchSpec patch) {
        return patch.code().stream()
                .map(code -> new Positioned<>(code.file(), code.text().position(), true))
                .toList();
    }
}
