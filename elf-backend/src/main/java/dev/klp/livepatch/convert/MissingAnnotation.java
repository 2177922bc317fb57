package dev.klp.livepatch.convert;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.SymbolOrder;
import dev.klp.livepatch.RelocationAnnotation;
import java.util.List;

/**
 * Explains what annotation a symbol needs.
 *
 * @param kernel the kernel
 * @param patched the objects whose relocations it applies
 * @param name the symbol's name in the module
 * @param candidates the symbols of that name in {@code patched}
 */
record MissingAnnotation(KernelIndex kernel, PatchedObjects patched, String name, List<KernelSymbol> candidates) {
    private static final String LINE = "\n  ";

    String text() {
        StringBuilder text = new StringBuilder();
        if (!candidates.isEmpty()) {
            text.append(
                    candidates.size() == 1
                            ? "; it cannot be taken without an annotation:"
                            : "; there are " + candidates.size() + " of that name, annotate the one meant:");
            listed(text, candidates);
        } else {
            others(text);
        }
        if (patched.unknown() != null) {
            text.append(LINE)
                    .append("which modules the patch lists is not known: ")
                    .append(patched.unknown());
        }
        return text.toString();
    }

    private void listed(StringBuilder text, List<KernelSymbol> symbols) {
        for (KernelSymbol symbol : symbols) {
            text.append(LINE)
                    .append(describe(symbol))
                    .append(advice(symbol.object().name(), symbol));
        }
    }

    private void others(StringBuilder text) {
        List<KernelSymbol> elsewhere = kernel.symbols(name);
        if (elsewhere.isEmpty()) {
            text.append("; kernel ").append(kernel.release().orElse("(of unknown release)"));
            text.append(" has no symbol of that name");
            List<String> clones = kernel.vmlinux()
                    .map(vmlinux -> vmlinux.clones(name).stream()
                            .map(KernelSymbol::name)
                            .distinct()
                            .toList())
                    .orElse(List.of());
            if (!clones.isEmpty()) {
                text.append("; the compiler left only ").append(String.join(", ", clones));
            }
            List<String> nearest = kernel.nearest(name);
            if (!nearest.isEmpty()) {
                text.append("; nearest: ").append(String.join(", ", nearest));
            }
            return;
        }
        text.append("; only modules have it that the patch does not list:");
        for (KernelSymbol symbol : elsewhere) {
            KernelObject module = symbol.object();
            List<String> users = patched.usersOf(module);
            text.append(LINE).append(describe(symbol));
            if (users.isEmpty()) {
                text.append(": let the patch list ").append(module.name());
            }
            text.append(advice(users.isEmpty() ? module.name() : users.get(0), symbol));
        }
    }

    private static String describe(KernelSymbol symbol) {
        String which = symbol.position() + " of " + symbol.occurrences() + " in "
                + symbol.object().name();
        String what = symbol.kind() == SymbolKind.FILE
                ? " (the name of a source file)"
                : symbol.isInit() ? " (freed after initialization)" : "";
        return symbol.object().order() == SymbolOrder.COUNT_ONLY
                ? which + what
                : which + what + ", between "
                        + symbol.previous().map(KernelSymbol::name).orElse("nothing") + " and "
                        + symbol.next().map(KernelSymbol::name).orElse("nothing");
    }

    /** The same words as those of the compiler's message, and the label for C. */
    private static String advice(String gatingObject, KernelSymbol symbol) {
        if (symbol.kind() == SymbolKind.FILE || symbol.isInit()) {
            return "";
        }
        RelocationAnnotation annotation = new RelocationAnnotation(gatingObject, symbol);
        return ": " + annotation.advice() + ", in C " + annotation.label();
    }
}
