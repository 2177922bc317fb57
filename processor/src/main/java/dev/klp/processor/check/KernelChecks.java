package dev.klp.processor.check;

import dev.klp.processor.csource.CUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All checks that ask a kernel, in the order in which their findings are reported. */
final class KernelChecks implements Check {
    private static final List<KernelCheck> ALL = List.of(
            new LivepatchSupportCheck(),
            new KernelFeatureCheck(),
            new UnknownObjectCheck(),
            new BuiltInObjectCheck(),
            new UnknownSymbolCheck(),
            new CloneOnlyCheck(),
            new AmbiguousSymbolCheck(),
            new GlobalHomonymCheck(),
            new SymposRangeCheck(),
            new AnchorCheck(),
            new DataFunctionCheck(),
            new UntraceableCheck(),
            new InitSymbolCheck(),
            new SameAddressCheck(),
            new DuplicateAnchorCheck(),
            new SiblingCloneCheck(),
            new SecondNameCheck(),
            new ReplacedCloneCheck(),
            new LivePositionCheck(),
            new ExportedSymbolCheck(),
            new DeclaredKindCheck(),
            new NoDeclarationCheck(),
            new DependencyCheck(),
            new UndeclaredSymbolCheck(),
            new NewFunctionTypeCheck(),
            new CompatSyscallCheck(),
            new NeverEndingCheck(),
            new NameLengthCheck());

    @Override
    public void check(Subject subject, Findings findings) {
        Map<TargetKernel, KernelSubject> seen = new LinkedHashMap<>();
        CUnit unit = subject.unit();
        subject.kernels().forEach(kernel -> seen.put(kernel, KernelSubject.of(subject.patch(), unit, kernel.index())));
        for (KernelCheck check : ALL) {
            KernelFindings merged = new KernelFindings();
            seen.forEach((kernel, there) -> {
                Findings own = new Findings();
                check.check(there, own);
                merged.add(kernel, own.toList());
            });
            merged.report(check.mustHoldEverywhere() ? seen.size() : 1, findings);
        }
    }
}
