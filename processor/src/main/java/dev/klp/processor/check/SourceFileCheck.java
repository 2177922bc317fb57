package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.model.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every C file has a path that stays in the tree, and is found and can be read. */
final class SourceFileCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        List<Positioned<String>> sources = subject.patch().sources();
        if (sources.isEmpty() && subject.patch().code().isEmpty()) {
            findings.add(
                    DiagnosticCode.NO_SOURCE,
                    subject.patch().position(),
                    "the patch has no C file",
                    Hint.help("name the file with the new functions, sources = \"fix.c\", or write them here:"
                            + " code = \"\"\"...\"\"\""));
        }
        Stream.of(
                        sources,
                        subject.patch().build().units(),
                        subject.patch().build().privateHeaders())
                .flatMap(List::stream)
                .forEach(file -> check(file, subject.sources(), findings));
        for (Positioned<String> unit : subject.patch().build().units()) {
            if (!unit.value().endsWith(".c")) {
                findings.add(
                        DiagnosticCode.SOURCE_PATH,
                        unit.position(),
                        "path of a C file " + Quote.of(unit.value())
                                + " does not end with '.c', by which kbuild knows how" + " to compile it");
            }
        }
    }

    private static void check(Positioned<String> file, SourceFiles files, Findings findings) {
        String problem = RelativePath.problem(file.value());
        if (problem == null) {
            lookUp(file, files, findings);
        }
        findings.addProblem(DiagnosticCode.SOURCE_PATH, file, "path of a C file", problem);
    }

    private static void lookUp(Positioned<String> source, SourceFiles files, Findings findings) {
        SourceFiles.Lookup lookup = files.find(new RelativePath(source.value()));
        if (lookup instanceof SourceFiles.Missing missing) {
            List<Hint> hints = new ArrayList<>();
            missing.places().forEach(place -> hints.add(Hint.note("looked " + place)));
            hints.add(Hint.help(missing.help()));
            findings.add(
                    DiagnosticCode.SOURCE_MISSING,
                    source.position(),
                    "C file " + Quote.of(source.value()) + " not found",
                    hints);
        } else if (lookup instanceof SourceFiles.Unreadable unreadable) {
            findings.add(
                    DiagnosticCode.SOURCE_UNREADABLE,
                    source.position(),
                    "C file " + Quote.of(source.value()) + " " + unreadable.reason(),
                    Hint.note("found " + unreadable.place()));
        }
    }
}
