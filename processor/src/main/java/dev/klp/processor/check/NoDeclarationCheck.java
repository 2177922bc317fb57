package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.resolve.BtfDeclaration;
import dev.klp.templates.model.CIdentifier;
import java.util.ArrayList;
import java.util.List;

/** A declaration that is left out is one that BTF can give. */
final class NoDeclarationCheck implements KernelCheck {
    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.relocations()
                .filter(use -> !use.relocation().isDeclared())
                .filter(use -> CIdentifier.problem(use.relocation().cName().value()) == null)
                .forEach(use -> use.found().ifPresent(symbol -> {
                    if (BtfDeclaration.of(symbol, use.relocation().cName().value())
                            instanceof BtfDeclaration.None none) {
                        findings.add(
                                DiagnosticCode.NO_DECLARATION,
                                use.position(),
                                "the declaration of " + Quote.of(use.name()) + " is left out, and the symbol of "
                                        + Quote.of(use.object().name()) + " " + none.reason(),
                                hints(none));
                    }
                }));
    }

    private static List<Hint> hints(BtfDeclaration.None none) {
        List<Hint> hints = new ArrayList<>();
        none.choices().forEach(choice -> hints.add(Hint.note("it may be: " + choice)));
        hints.add(Hint.help("write it as the kernel's source has it: declaration = \"...\""));
        return hints;
    }
}
