package dev.klp.livepatch.verify;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Severity;
import dev.klp.livepatch.ModulePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a module.
 *
 * @param code which mistake it is
 * @param place where it is, or null for the module as a whole
 * @param text what is wrong: lower-case start, no full stop, names between single quotes
 * @param answer what the kernel does about it
 * @param hints the lines below it
 */
public record Finding(
        DiagnosticCode code, @Nullable ModulePlace place, String text, KernelAnswer answer, List<Hint> hints) {
    public Finding {
        hints = List.copyOf(hints);
    }

    /** The severity of its code. */
    public Severity severity() {
        return code.severity();
    }

    /** The finding without its hints in one line: {@code [KLP514] .text+0x33 (lp_show+0x13): ...}. */
    @Override
    public String toString() {
        return "[" + code.id() + "] " + (place == null ? "" : place + ": ") + text;
    }
}
