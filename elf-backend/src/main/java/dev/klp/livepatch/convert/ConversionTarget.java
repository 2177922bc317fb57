package dev.klp.livepatch.convert;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.kernel.KernelIndex;
import dev.klp.livepatch.TargetVersion;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the kernel that a module is converted for.
 *
 * @param exports what the kernel and its modules export, or null to go by {@code kernel}, and without it by the module's own
 *     {@code __versions}
 * @param kernel the kernel's symbols, which resolve what no annotation speaks of; or null
 * @param version the kernel's version, or null to go by {@code kernel}, and without it by the module's own {@code vermagic}
 * @param forced mistakes for which a converted module is not refused
 */
public record ConversionTarget(
        @Nullable Exports exports,
        @Nullable KernelIndex kernel,
        @Nullable TargetVersion version,
        Set<DiagnosticCode> forced) {
    /** Nothing is known but what the module says. */
    public static final ConversionTarget UNKNOWN = new ConversionTarget(null, null, null, Set.of());

    public ConversionTarget {
        forced = Set.copyOf(forced);
    }
}
