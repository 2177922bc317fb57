package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.ParamSpec;
import dev.klp.templates.model.CIdentifier;
import dev.klp.templates.model.ModuleInfo;
import dev.klp.templates.model.ModuleParameter;

/** What {@code module_param} takes ({@code include/linux/moduleparam.h}); the second one of a name is not C. */
final class ParamCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.patch().params().forEach(param -> check(param, findings));
        Duplicates.forEach(
                subject.patch().params().stream(),
                param -> param.name().value(),
                param -> findings.add(
                        DiagnosticCode.DUPLICATE_PARAM,
                        param.name().position(),
                        "parameter " + Quote.of(param.name().value()) + " is listed twice"));
    }

    private static void check(ParamSpec param, Findings findings) {
        findings.addProblem(
                DiagnosticCode.PARAM_NAME,
                param.name(),
                "parameter",
                CIdentifier.problem(param.name().value()));
        int permission = param.permission().value();
        String problem = ModuleParameter.permissionProblem(permission);
        if (problem != null) {
            String octal = permission < 0 ? Integer.toString(permission) : "0" + Integer.toOctalString(permission);
            findings.add(
                    DiagnosticCode.PERMISSION, param.permission().position(), "permission " + octal + " " + problem);
        }
        if (!param.description().value().isEmpty()) {
            findings.addProblem(
                    DiagnosticCode.MODINFO_VALUE,
                    param.description(),
                    "description",
                    ModuleInfo.problem(param.description().value()));
        }
    }
}
