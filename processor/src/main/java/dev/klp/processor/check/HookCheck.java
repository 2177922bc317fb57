package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;

/** A hook that names no function says nothing. */
final class HookCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.patch().hooks().stream()
                .filter(hook -> hook.named().findAny().isEmpty())
                .forEach(hook -> findings.add(
                        DiagnosticCode.EMPTY_HOOK,
                        hook.position(),
                        "the hook names no function",
                        Hint.help("name init, exit or both")));
    }
}
