package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.StateSpec;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.SystemState;
import java.util.List;

/**
 * The kernel walks the array of states to the first entry of id 0 ({@code klp_for_each_state} in
 * {@code kernel/livepatch/state.c}) and takes the first entry of an id, so that one listed twice has two versions.
 */
final class StateCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        List<StateSpec> states = subject.patch().states();
        states.forEach(state -> check(state, findings));
        Duplicates.forEach(
                states.stream(),
                state -> state.id().value(),
                state -> findings.add(
                        DiagnosticCode.DUPLICATE_STATE,
                        state.id().position(),
                        "state id 0x" + Long.toHexString(state.id().value()) + " is listed twice"));
        Duplicates.forEach(
                states.stream(),
                state -> state.name().value(),
                state -> findings.add(
                        DiagnosticCode.DUPLICATE_STATE,
                        state.name().position(),
                        "state name " + Quote.of(state.name().value()) + " is given twice"));
    }

    private static void check(StateSpec state, Findings findings) {
        findings.addProblem(
                DiagnosticCode.STATE_ID,
                state.id(),
                "state id",
                SystemState.idProblem(state.id().value()),
                Hint.note("the kernel would not see this state and those after it, without a message"));
        findings.addProblem(
                DiagnosticCode.STATE,
                state.name(),
                "state name",
                CIdentifier.problem(state.name().value()));
        findings.addProblem(
                DiagnosticCode.STATE,
                state.version(),
                "state version",
                SystemState.versionProblem(state.version().value()));
    }
}
