package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.csource.CallOfName;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.processor.spec.RelocationSpec;
import java.util.Set;

/**
 * {@code static_branch_*} and {@code static_call} leave references to their key in {@code __jump_table} and
 * {@code .static_call_sites}, which the loader reads once, when the patch is loaded (kernel/jump_label.c). A module's key is
 * only resolved when that module is patched.
 */
final class ModuleKeyCheck implements Check {
    private static final Set<String> READ_ONCE = Set.of(
            "static_branch_likely",
            "static_branch_unlikely",
            "static_key_false",
            "static_key_true",
            "static_call",
            "static_call_cond");

    @Override
    public void check(Subject subject, Findings findings) {
        for (CallOfName call : subject.unit().calls()) {
            if (READ_ONCE.contains(call.function())) {
                for (ObjectSpec object : subject.patch().objects()) {
                    for (RelocationSpec relocation : object.relocations()) {
                        if (!object.isVmlinux() && relocation.cName().value().equals(call.argument())) {
                            report(object, relocation, call, findings);
                        }
                    }
                }
            }
        }
    }

    private static void report(ObjectSpec object, RelocationSpec relocation, CallOfName call, Findings findings) {
        findings.add(
                DiagnosticCode.MODULE_KEY,
                relocation.symbol().position(),
                Quote.of(call.function()) + " at " + call.place() + " cannot use " + Quote.of(call.argument())
                        + ", which waits for module " + Quote.of(object.name()),
                Hint.note("the kernel reads the table of such uses before, when the patch is loaded"),
                Hint.help("read the key's value instead: static_key_enabled(&" + call.argument() + ")"));
    }
}
