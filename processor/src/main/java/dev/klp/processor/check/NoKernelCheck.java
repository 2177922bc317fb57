package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.AnchorSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.Positioned;

/** What is to be found out of a kernel needs one. */
final class NoKernelCheck implements Check {
    private static final Hint HELP = Hint.help("name one or several by -Aklp.kernel=<release, index or vmlinuz>");

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.kernelNamed()) {
            return;
        }
        FeatureUse.immediate(subject.patch())
                .forEach(use -> findings.add(
                        DiagnosticCode.NO_KERNEL,
                        use.position(),
                        use.feature().words() + " is for kernels "
                                + use.feature().range() + ", and none is named",
                        HELP));
        subject.patch()
                .functions()
                .forEach(function -> position(function.oldName(), function.sympos(), function.anchor(), findings));
        subject.patch().relocations().forEach(relocation -> {
            position(relocation.symbol(), relocation.sympos(), relocation.anchor(), findings);
            if (!relocation.isDeclared()) {
                report(
                        "the declaration of " + Quote.of(relocation.symbol().value()),
                        relocation.symbol().position(),
                        findings);
            }
        });
    }

    private static void position(
            Positioned<String> name, Positioned<Integer> sympos, AnchorSpec anchor, Findings findings) {
        if (anchor.given() && sympos.value() == 0) {
            report("the position of " + Quote.of(name.value()), anchor.position(), findings);
        }
    }

    private static void report(String what, Position position, Findings findings) {
        findings.add(DiagnosticCode.NO_KERNEL, position, what + " is to be found in a kernel, and none is named", HELP);
    }
}
