package dev.klp.processor;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Severity;
import dev.klp.processor.spec.Position;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** Hands diagnostics to the compiler. */
final class Reporter {
    /** javac itself stops at 100 errors: one mistake repeated may not hide the others. */
    static final int MOST_OF_ONE_CODE = 20;

    private final Messager messager;
    private final boolean placesEntries;
    private final Optional<RepeatedAnnotations> repeated;
    private final Set<Diagnostic<Position>> said = new HashSet<>();
    private final Map<DiagnosticCode, Integer> counts = new EnumMap<>(DiagnosticCode.class);

    Reporter(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        // ecj would place a message at an entry of an array at the whole annotation, many lines above it.
        this.placesEntries = !environment.getClass().getName().startsWith("org.eclipse.");
        this.repeated = RepeatedAnnotations.of(environment);
    }

    /** Reports what was found in one patch. What is wrong with it is wrong with each one that includes it: said once. */
    void report(List<Diagnostic<Position>> found) {
        found.stream().filter(diagnostic -> !said.contains(diagnostic)).forEach(this::report);
        said.addAll(found);
    }

    void report(Diagnostic<Position> diagnostic) {
        Position at = diagnostic.position();
        boolean warning = diagnostic.severity() == Severity.WARNING;
        if (warning && Suppressions.silences(diagnostic.code(), at.element())) {
            return;
        }
        if (counts.merge(diagnostic.code(), 1, Integer::sum) > MOST_OF_ONE_CODE) {
            return;
        }
        String text = diagnostic.message();
        if (warning) {
            text += "\nnote: silence it with @SuppressWarnings(\"" + Suppressions.key(diagnostic.code()) + "\")";
        }
        print(kind(diagnostic), text, at);
    }

    private void print(Kind kind, String text, Position at) {
        if (repeated.isEmpty() || !repeated.get().print(kind, text, at)) {
            messager.printMessage(kind, text, at.element(), at.annotation(), placesEntries ? at.value() : at.member());
        }
    }

    /** For what has no place in the source. */
    void reportOption(Diagnostic<String> diagnostic) {
        messager.printMessage(kind(diagnostic), diagnostic.message());
    }

    void note(String text) {
        messager.printMessage(Kind.NOTE, text);
    }

    /** Says how much was held back. */
    void finish() {
        counts.forEach((code, count) -> {
            if (count > MOST_OF_ONE_CODE) {
                Kind kind = code.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
                messager.printMessage(kind, "[" + code.id() + "] … and " + (count - MOST_OF_ONE_CODE) + " more");
            }
        });
        counts.clear();
        said.clear();
    }

    private static Kind kind(Diagnostic<?> diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> Kind.ERROR;
            case WARNING -> Kind.WARNING;
        };
    }
}
