package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.RelocationSpec;
import dev.klp.templates.model.ObjectName;

/**
 * Where a symbol is defined. Since Linux 5.8 a module's section may not refer to a symbol of vmlinux: the kernel says
 * "invalid access to vmlinux symbol" and refuses to load that module ({@code klp_resolve_symbols} in
 * {@code kernel/livepatch/core.c}). And what vmlinux's section refers to must be there when the patch is loaded, which is certain
 * of vmlinux's own symbols alone.
 */
final class DefiningObjectCheck implements Check {
    private static final String VMLINUX = ObjectName.VMLINUX.text();

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectSpec object : subject.patch().objects()) {
            object.relocations().forEach(relocation -> check(subject, object, relocation, findings));
        }
    }

    private static void check(Subject subject, ObjectSpec object, RelocationSpec relocation, Findings findings) {
        String definedIn = relocation.definedIn().value();
        if (definedIn.isEmpty()) {
            return;
        }
        if (!definedIn.equals(VMLINUX)) {
            String problem = ObjectName.problem(definedIn);
            findings.addProblem(
                    DiagnosticCode.OBJECT_NAME,
                    relocation.definedIn(),
                    "object name",
                    problem,
                    OfficialName.hints(subject, definedIn));
            if (problem == null && object.isVmlinux()) {
                findings.add(
                        DiagnosticCode.MODULE_SYMBOL_IN_VMLINUX,
                        relocation.definedIn().position(),
                        "symbol " + Quote.of(relocation.symbol().value()) + " of module " + Quote.of(definedIn)
                                + " may not be gated by vmlinux",
                        Hint.note("the kernel would refuse the patch while " + Quote.of(definedIn) + " is not loaded"),
                        Hint.help("put this relocation on a type with @KlpObject for " + Quote.of(definedIn)
                                + " or a module that depends on it"));
            }
        } else if (!object.isVmlinux()) {
            findings.add(
                    DiagnosticCode.VMLINUX_SYMBOL_IN_MODULE,
                    relocation.definedIn().position(),
                    "symbol " + Quote.of(relocation.symbol().value()) + " of vmlinux may not be gated by module "
                            + Quote.of(object.name()),
                    Hint.note("the kernel would refuse to load " + Quote.of(object.name()) + " since Linux 5.8"),
                    Hint.help("put this relocation on a type with @KlpObject for vmlinux; it then holds from the"
                            + " patch's own loading on, also for the code that patches a module"));
        }
    }
}
