package dev.klp.processor.check;

import dev.klp.diagnostics.Hint;
import dev.klp.kernel.ObjectLookup;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the kernels say to a module's name that is written as no kernel writes it. */
final class OfficialName {
    private OfficialName() {}

    static Hint[] hints(Subject subject, String name) {
        Set<Hint> hints = new LinkedHashSet<>();
        for (TargetKernel kernel : subject.kernels()) {
            ObjectLookup lookup = kernel.index().lookup(name);
            if (lookup instanceof ObjectLookup.Indexed indexed) {
                hints.add(Hint.help("write '" + indexed.object().name() + "', as " + kernel.name() + " calls it"));
            } else if (lookup instanceof ObjectLookup.BuiltIn builtIn) {
                hints.add(Hint.note(
                        "'" + builtIn.name() + "' is built into " + kernel.name() + ": its symbols are in vmlinux"));
            }
        }
        return hints.toArray(Hint[]::new);
    }
}
