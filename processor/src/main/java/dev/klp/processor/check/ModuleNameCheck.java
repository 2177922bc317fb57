package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.Positioned;
import dev.klp.templates.model.ModuleName;

/** The module's name becomes a file name, a Kbuild goal and a name in the kernel. */
final class ModuleNameCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        Positioned<String> name = subject.patch().name();
        Hint[] hints = name.given()
                ? new Hint[0]
                : new Hint[] {Hint.help("the name comes from the type's; give another one with name = \"...\"")};
        findings.addProblem(DiagnosticCode.MODULE_NAME, name, "module name", ModuleName.problem(name.value()), hints);
    }
}
