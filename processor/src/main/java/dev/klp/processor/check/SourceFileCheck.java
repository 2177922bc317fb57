package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.SourceFiles;
import dev.klp.templates.model.RelativePath;
import java.util.ArrayList;
import java.util.List;

/** Every C file has a path that stays in the tree, and is found and can be read. */
final class SourceFileCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        List<Positioned<String>> sources = subject.patch().sources();
        if (sources.isEmpty()) {
            findings.add(
                    DiagnosticCode.NO_SOURCE,
                    subject.patch().position(),
                    "the patch has no C file",
                    Hint.help("name the file with the new functions: sources = \"fix.c\""));
        }
        for (Positioned<String> source : sources) {
            String problem = RelativePath.problem(source.value());
            if (problem == null) {
                lookUp(source, subject.sources(), findings);
            }
            findings.addProblem(DiagnosticCode.SOURCE_PATH, source, "path of a C file", problem);
        }
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
