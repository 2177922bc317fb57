package dev.klp.processor.check;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.Positioned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the checks find. */
final class Findings {
    private final List<Diagnostic<Position>> diagnostics = new ArrayList<>();

    void add(DiagnosticCode code, Position position, String text, Hint... hints) {
        add(code, position, text, Arrays.asList(hints));
    }

    void add(DiagnosticCode code, Position position, String text, List<Hint> hints) {
        diagnostics.add(new Diagnostic<>(code, position, text, hints));
    }

    /**
     * Adds what a value type of the model says against a text, if anything.
     *
     * @param what the kind of thing, as the sentence begins: {@code module name}
     * @param problem how the sentence ends, or null
     */
    void addProblem(DiagnosticCode code, Positioned<?> subject, String what, @Nullable String problem, Hint... hints) {
        if (problem != null) {
            String quoted = Quote.of(String.valueOf(subject.value()));
            add(code, subject.position(), what + " " + quoted + " " + problem, hints);
        }
    }

    List<Diagnostic<Position>> toList() {
        return List.copyOf(diagnostics);
    }
}
