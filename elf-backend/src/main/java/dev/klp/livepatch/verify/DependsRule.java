package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import java.util.List;

/**
 * A livepatch that uses another module's exports directly can be loaded only while that module is, and keeps it from being
 * unloaded: {@code resolve_symbol} in kernel/module/main.c takes a reference.
 */
final class DependsRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        List<String> depends = subject.info().depends();
        if (!depends.isEmpty()) {
            findings.add(
                    DiagnosticCode.DEPENDS_ON_MODULE,
                    "the livepatch depends on '" + String.join("', '", depends)
                            + "': it loads only while that is loaded, and pins it",
                    KernelAnswer.silent(Outcome.LOADED),
                    Hint.help("annotate the symbols of that module, so that they become livepatch relocations"));
        }
    }
}
