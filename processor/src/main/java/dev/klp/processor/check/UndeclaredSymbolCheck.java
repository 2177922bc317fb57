package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.Export;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.SymbolKind;
import dev.klp.livepatch.RelocationAnnotation;
import dev.klp.processor.csource.Place;
import dev.klp.processor.spec.ObjectSpec;
import dev.klp.templates.model.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A name in the C text that only unexported symbols have. It may also be a macro or an inline function of a header, which is why
 * this is a warning: no header is read here.
 */
final class UndeclaredSymbolCheck implements KernelCheck {
    private static final String VMLINUX = ObjectName.VMLINUX.text();
    private static final int MOST_POSITIONS = 6;

    @Override
    public void check(KernelSubject subject, Findings findings) {
        Set<String> declared = new HashSet<>();
        subject.patch()
                .relocations()
                .forEach(relocation -> declared.add(relocation.cName().value()));
        subject.unit().uses().forEach((name, place) -> {
            if (!declared.contains(name)) {
                check(subject, name, place, findings);
            }
        });
    }

    private static void check(KernelSubject subject, String name, Place place, Findings findings) {
        List<Export> exports = subject.kernel().exports(name);
        if (exports.stream().anyMatch(export -> export.exporter().equals(VMLINUX))) {
            return;
        }
        List<KernelSymbol> candidates = candidates(subject, name);
        if (!candidates.isEmpty()) {
            report(subject, name, place, "does not export", candidates, findings);
        } else if (!exports.isEmpty()) {
            List<KernelSymbol> exported = exports.stream()
                    .flatMap(export -> subject.kernel().object(export.exporter()).stream())
                    .flatMap(exporter -> exporter.symbols(name).stream())
                    .toList();
            report(subject, name, place, "exports", exported, findings);
        }
    }

    /** What the name can mean in this patch. */
    private static List<KernelSymbol> candidates(KernelSubject subject, String name) {
        return Stream.concat(
                        subject.patch().objects().stream()
                                .map(ObjectSpec::name)
                                .filter(object -> !object.equals(VMLINUX)),
                        Stream.of(VMLINUX))
                .distinct()
                .flatMap(object -> subject.object(object).stream())
                .flatMap(object -> object.symbols(name).stream())
                .filter(symbol -> symbol.kind() == SymbolKind.FUNCTION || symbol.kind() == SymbolKind.DATA)
                .filter(symbol -> !symbol.isInit())
                .toList();
    }

    private static void report(
            KernelSubject subject,
            String name,
            Place place,
            String problem,
            List<KernelSymbol> candidates,
            Findings findings) {
        String object = candidates.isEmpty()
                ? "a module"
                : Quote.of(candidates.get(0).object().name());
        List<Hint> hints = new ArrayList<>();
        if (problem.equals("exports")) {
            hints.add(Hint.note("used plainly, it makes the patch depend on that module being loaded first"));
        }
        for (KernelSymbol symbol : candidates.subList(0, Math.min(MOST_POSITIONS, candidates.size()))) {
            RelocationAnnotation annotation = new RelocationAnnotation(gate(subject, symbol.object()), symbol);
            hints.add(Hint.help(annotation.advice()));
        }
        if (candidates.size() > MOST_POSITIONS) {
            hints.add(Hint.note("… and " + (candidates.size() - MOST_POSITIONS) + " more of that name"));
        }
        hints.add(Hint.note("nothing is missing if a header has a macro or an inline function of that name"));
        findings.add(
                DiagnosticCode.UNDECLARED_SYMBOL,
                CPlaces.position(subject.patch(), place),
                Quote.of(name) + " at " + place + " is a symbol that " + object + " " + problem
                        + ", and no relocation declares it",
                hints);
    }

    /** A symbol of a module that is not patched waits for a patched one that depends on it. */
    private static String gate(KernelSubject subject, KernelObject defining) {
        return subject.patch().objects().stream()
                .map(ObjectSpec::name)
                .filter(name -> name.equals(defining.name())
                        || subject.object(name).stream()
                                .flatMap(patched -> patched.dependencyClosure().stream())
                                .anyMatch(needed -> needed.name().equals(defining.name())))
                .findFirst()
                .orElse(defining.name());
    }
}
