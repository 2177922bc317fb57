package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.FunctionSpec;
import dev.klp.processor.spec.ObjectSpec;
import java.util.List;

/**
 * A function's folder in sysfs is {@code <name>,<position>} with position 0 printed as 1 ({@code klp_init_func} in
 * {@code kernel/livepatch/core.c}); the second folder of one name is refused with -EEXIST.
 */
final class DuplicateFunctionCheck implements Check {
    private record Folder(String name, int position) {}

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectSpec object : subject.patch().objects()) {
            Duplicates.forEach(
                    // Which one an anchor points at, only a kernel tells.
                    object.functions().stream()
                            .filter(function -> !function.anchor().given()
                                    || function.sympos().value() != 0),
                    DuplicateFunctionCheck::folder,
                    function -> report(object, function, findings));
        }
    }

    private static Folder folder(FunctionSpec function) {
        return new Folder(function.oldName().value(), Math.max(function.sympos().value(), 1));
    }

    private static void report(ObjectSpec object, FunctionSpec function, Findings findings) {
        Folder folder = folder(function);
        findings.add(
                DiagnosticCode.DUPLICATE_FUNCTION,
                function.sympos().given()
                        ? function.sympos().position()
                        : function.oldName().position(),
                "function '" + folder.name() + "' at position " + folder.position() + " of '" + object.name()
                        + "' is replaced twice",
                function.sympos().given()
                        ? List.of(Hint.note("positions 0 and 1 are the same to the kernel"))
                        : List.of());
    }
}
