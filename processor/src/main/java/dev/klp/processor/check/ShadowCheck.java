package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.ShadowSpec;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.CType;
import java.util.List;

/**
 * Shadow variables are found by object and number alone ({@code klp_shadow_match} in {@code kernel/livepatch/shadow.c}), so
 * that a number belongs to one variable on the whole system. Two patches may have the same variable, a later one taking it
 * over from an earlier one.
 */
final class ShadowCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        List<ShadowSpec> shadows = subject.patch().shadows();
        shadows.forEach(shadow -> check(shadow, findings));
        Duplicates.forEach(
                shadows.stream(),
                shadow -> shadow.id().value(),
                shadow -> findings.add(
                        DiagnosticCode.SHADOW_ID,
                        shadow.id().position(),
                        "shadow variable id " + hex(shadow) + " is given twice"));
        Duplicates.forEach(
                shadows.stream(),
                shadow -> shadow.name().value(),
                shadow -> findings.add(
                        DiagnosticCode.SHADOW,
                        shadow.name().position(),
                        "shadow variable " + Quote.of(shadow.name().value()) + " is listed twice"));
        for (ShadowSpec shadow : shadows) {
            subject.shadows().stream()
                    .filter(other -> other.identity().id() == shadow.id().value()
                            && !other.identity().equals(shadow.identity()))
                    .forEach(other -> collision(shadow, other, findings));
        }
    }

    private static void collision(ShadowSpec shadow, NamedShadow other, Findings findings) {
        findings.add(
                DiagnosticCode.SHADOW_ID,
                shadow.id().position(),
                "shadow variable id " + hex(shadow) + " is also that of "
                        + Quote.of(other.identity().name()) + " in " + Quote.of(other.patch()),
                Hint.note("there it is " + Quote.of(other.identity().type()) + " at "
                        + Quote.of(other.identity().object()) + "; each would take the other's data for its own"),
                Hint.help("give one of them another id, or both the same name and types if they are one variable"));
    }

    private static void check(ShadowSpec shadow, Findings findings) {
        findings.addProblem(
                DiagnosticCode.SHADOW,
                shadow.name(),
                "shadow variable",
                CIdentifier.problem(shadow.name().value()));
        checkType(shadow.object(), findings);
        checkType(shadow.type(), findings);
    }

    private static void checkType(Positioned<String> type, Findings findings) {
        findings.addProblem(DiagnosticCode.C_TYPE, type, "C type", CType.problem(type.value()));
    }

    private static String hex(ShadowSpec shadow) {
        return "0x" + Long.toHexString(shadow.id().value());
    }
}
