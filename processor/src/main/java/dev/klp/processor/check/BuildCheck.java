package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.processor.spec.BuildSpec;
import dev.klp.templates.model.CompilerFlag;
import dev.klp.templates.model.SymbolNamespace;

/** What goes into the Kbuild file, where make and the shell read it, and into {@code .modinfo}. */
final class BuildCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        BuildSpec build = subject.patch().build();
        build.cflags()
                .forEach(flag -> findings.addProblem(
                        DiagnosticCode.COMPILER_FLAG, flag, "compiler flag", CompilerFlag.problem(flag.value())));
        build.namespaces()
                .forEach(namespace -> findings.addProblem(
                        DiagnosticCode.NAMESPACE_NAME,
                        namespace,
                        "namespace",
                        SymbolNamespace.problem(namespace.value())));
    }
}
