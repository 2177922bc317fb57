package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.ObjectLookup;

/** What one kernel has as a module, another has built in; there the functions are those of vmlinux. */
final class BuiltInObjectCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.modules().forEach(module -> {
            if (module.lookup() instanceof ObjectLookup.BuiltIn builtIn) {
                findings.add(
                        DiagnosticCode.BUILT_IN_OBJECT,
                        module.name().position(),
                        Quote.of(builtIn.name()) + " is built into the kernel and no module",
                        Hint.note("its symbols are in vmlinux, see '" + builtIn.path() + "' in modules.builtin"),
                        Hint.help("leave the name out: the empty name is vmlinux"));
            }
        });
    }
}
