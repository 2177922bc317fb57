package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.livepatch.ModulePlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what the rules find. */
final class Findings {
    private final List<Finding> list = new ArrayList<>();

    /** Something is wrong somewhere. */
    void add(DiagnosticCode code, @Nullable ModulePlace place, String text, KernelAnswer answer, Hint... hints) {
        list.add(new Finding(code, place, text, answer, List.of(hints)));
    }

    /** Something is wrong with the module as a whole. */
    void add(DiagnosticCode code, String text, KernelAnswer answer, Hint... hints) {
        add(code, null, text, answer, hints);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
