package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.SymbolKind;

/**
 * Calling data and reading code as data both compile. An array may be declared for anything: it stands for the address
 * alone.
 */
final class DeclaredKindCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.relocations()
                .filter(use -> use.relocation().isDeclared())
                .forEach(use -> use.found().ifPresent(symbol -> {
                    boolean function = use.wantsFunction();
                    String declaration = use.relocation().declaration().value().strip();
                    if (function && symbol.kind() == SymbolKind.DATA) {
                        report(use, "is declared as a function and is data", findings);
                    } else if (!function && symbol.kind() == SymbolKind.FUNCTION && !declaration.endsWith("]")) {
                        report(use, "is declared as data and is a function", findings);
                    }
                }));
    }

    private static void report(RelocationUse use, String problem, Findings findings) {
        findings.add(
                DiagnosticCode.DECLARED_KIND,
                use.relocation().declaration().position(),
                "symbol " + Quote.of(use.name()) + " of "
                        + Quote.of(use.object().name()) + " " + problem);
    }
}
