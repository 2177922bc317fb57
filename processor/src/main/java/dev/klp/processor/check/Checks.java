package dev.klp.processor.check;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.processor.spec.Misplaced;
import dev.klp.processor.spec.Position;
import java.util.List;

/** All checks, in the order in which their findings are reported. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new TypeShapeCheck(),
            new MisplacedCheck(),
            new IncludeCheck(),
            new ModuleNameCheck(),
            new DuplicateModuleCheck(),
            new ModinfoCheck(),
            new HeaderNameCheck(),
            new SourceFileCheck(),
            new DuplicateSourceCheck(),
            new CodeStringCheck(),
            new BuildCheck(),
            new StateCheck(),
            new ShadowCheck(),
            new SyscallCheck(),
            new ParamCheck(),
            new HookCheck(),
            new CalledFunctionCheck(),
            new ObjectNameCheck(),
            new DuplicateObjectCheck(),
            new EmptyObjectCheck(),
            new NoFunctionCheck(),
            new FunctionMethodCheck(),
            new FunctionNameCheck(),
            new DuplicateFunctionCheck(),
            new RelocationSymbolCheck(),
            new DeclarationCheck(),
            new CNameCheck(),
            new CNameClashCheck(),
            new DefiningObjectCheck(),
            new ClosedGateCheck(),
            new NoKernelCheck(),
            new ModuleBoilerplateCheck(),
            new ModuleKeyCheck(),
            new LoneCallbackCheck(),
            new ReleasedPatchCheck(),
            new KernelChecks());

    private Checks() {}

    /** Everything that is wrong with a patch. */
    public static List<Diagnostic<Position>> run(Subject subject) {
        Findings findings = new Findings();
        ALL.forEach(check -> check.check(subject, findings));
        return findings.toList();
    }

    /** What is wrong with an annotation outside every patch. */
    public static Diagnostic<Position> of(Misplaced misplaced) {
        return MisplacedCheck.diagnostic(misplaced);
    }
}
