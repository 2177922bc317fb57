package dev.klp.processor.check;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.Misplaced;
import dev.klp.processor.spec.Position;

/** An annotation at a place where nothing reads it would be lost without a word. */
final class MisplacedCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        for (Misplaced misplaced : subject.patch().misplaced()) {
            Diagnostic<Position> diagnostic = diagnostic(misplaced);
            findings.add(diagnostic.code(), diagnostic.position(), diagnostic.text(), diagnostic.hints());
        }
    }

    static Diagnostic<Position> diagnostic(Misplaced misplaced) {
        return Diagnostic.of(
                DiagnosticCode.MISPLACED,
                misplaced.position(),
                "@" + misplaced.annotation() + " says nothing here",
                Hint.help("it belongs " + misplaced.place()));
    }
}
