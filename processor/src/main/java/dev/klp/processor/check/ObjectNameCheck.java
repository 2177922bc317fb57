package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.templates.model.ObjectName;

/**
 * The kernel takes any object name and applies the patch to none ({@code klp_find_object_module} in
 * {@code kernel/livepatch/core.c} compares with {@code struct module.name}).
 */
final class ObjectNameCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectSpec object : subject.patch().objects()) {
            if (!object.isVmlinux()) {
                String problem = ObjectName.problem(object.module().value());
                findings.addProblem(
                        DiagnosticCode.OBJECT_NAME,
                        object.module(),
                        "object name",
                        problem,
                        OfficialName.hints(subject, object.module().value()));
            }
        }
    }
}
