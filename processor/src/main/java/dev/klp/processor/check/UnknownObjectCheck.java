package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.ObjectLookup;
import java.util.ArrayList;
import java.util.List;

/** The kernel accepts any name of a module, waits for that module to be loaded, and says nothing if it never is. */
final class UnknownObjectCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.modules().forEach(module -> {
            if (module.lookup() instanceof ObjectLookup.Unknown unknown) {
                String name = module.name().value();
                List<Hint> hints = new ArrayList<>();
                if (!unknown.nearest().isEmpty()) {
                    hints.add(Hint.help("did you mean '" + String.join("', '", unknown.nearest()) + "'?"));
                }
                hints.add(Hint.note("the patch would be accepted and wait for this module for ever"));
                findings.add(
                        DiagnosticCode.UNKNOWN_OBJECT,
                        module.name().position(),
                        "there is no module " + Quote.of(name),
                        hints);
            } else if (module.lookup() instanceof ObjectLookup.Indexed indexed
                    && !indexed.object().name().equals(module.name().value())) {
                findings.add(
                        DiagnosticCode.UNKNOWN_OBJECT,
                        module.name().position(),
                        "there is no module " + Quote.of(module.name().value()),
                        Hint.help("write '" + indexed.object().name() + "'"));
            }
        });
    }
}
