package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelObject;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.RelocationSpec;
import java.util.List;

/**
 * When a module is loaded, only the modules that it depends on are loaded for certain: a symbol of another one is then "not
 * found", and the kernel refuses to load the patched module.
 */
final class DependencyCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        for (ObjectSpec object : subject.patch().objects()) {
            if (!object.isVmlinux()) {
                subject.object(object.name())
                        .ifPresent(gate ->
                                object.relocations().forEach(relocation -> check(subject, gate, relocation, findings)));
            }
        }
    }

    private static void check(KernelSubject subject, KernelObject gate, RelocationSpec relocation, Findings findings) {
        String definedIn = relocation.definedIn().value();
        if (definedIn.isEmpty()
                || definedIn.equals(gate.name())
                || subject.kernel().object(definedIn).isEmpty()
                || subject.kernel()
                        .vmlinux()
                        .map(KernelObject::name)
                        .filter(definedIn::equals)
                        .isPresent()) {
            return;
        }
        List<String> loaded =
                gate.dependencyClosure().stream().map(KernelObject::name).toList();
        if (!loaded.contains(definedIn)) {
            findings.add(
                    DiagnosticCode.OUTSIDE_DEPENDENCIES,
                    relocation.definedIn().position(),
                    "module " + Quote.of(gate.name()) + " does not depend on " + Quote.of(definedIn),
                    Hint.note(
                            loaded.isEmpty()
                                    ? "it depends on no module"
                                    : "it depends on '" + String.join("', '", loaded) + "'"),
                    Hint.note("the kernel would refuse to load " + Quote.of(gate.name()) + " while "
                            + Quote.of(definedIn) + " is not loaded"));
        }
    }
}
