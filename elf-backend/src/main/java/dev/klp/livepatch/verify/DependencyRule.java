package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.elf.ElfFormatException;
import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a module's relocations are applied, the modules that it needs itself are loaded; any other may not be, and the symbol is then
 * not found ({@code kernel/livepatch/core.c:klp_find_object_symbol}).
 */
final class DependencyRule implements Rule {
    @Override
    public void check(Subject subject, Findings findings) throws ElfFormatException {
        KernelIndex index = subject.index();
        if (index == null) {
            return;
        }
        Map<String, Set<String>> closures = new HashMap<>();
        References.each(subject, (table, relocation, name) -> {
            String gate = table.gate();
            KernelObject object = gate == null ? null : index.object(gate).orElse(null);
            if (gate == null
                    || object == null
                    || table.isGatedByVmlinux()
                    || name.isOfVmlinux()
                    || name.object().equals(gate)
                    || index.object(name.object()).isEmpty()) {
                return;
            }
            Set<String> closure = closures.computeIfAbsent(gate, any -> closure(object));
            if (!closure.contains(name.object())) {
                findings.add(
                        DiagnosticCode.OUTSIDE_DEPENDENCIES,
                        subject.module().place(table.target(), relocation.offset()),
                        "'" + name.name() + "' is in '" + name.object() + "', which '" + gate
                                + "' does not depend on: '" + gate + "' loads only while '" + name.object()
                                + "' is loaded",
                        KernelAnswer.targetRefused(
                                LoadError.EINVAL, "symbol '" + name.name() + "' not found in symbol table"),
                        Hint.note("'" + gate + "' depends on "
                                + (closure.isEmpty() ? "no module" : String.join(", ", closure))));
            }
        });
    }

    private static Set<String> closure(KernelObject object) {
        return object.dependencyClosure().stream()
                .map(KernelObject::name)
                .filter(name -> !name.equals(object.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
