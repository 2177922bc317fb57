package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.processor.spec.FunctionSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.RelocationSpec;
import java.util.Set;
import java.util.stream.Collectors;

/** All C code of a patch is one unit: a name means one thing in it. */
final class CNameClashCheck implements Check {
    @Override
    public void check(Subject subject, Findings findings) {
        Duplicates.forEach(
                subject.patch().relocations(),
                relocation -> relocation.cName().value(),
                relocation -> findings.add(
                        DiagnosticCode.C_NAME_CLASH,
                        position(relocation),
                        "the C name " + Quote.of(relocation.cName().value()) + " stands for two relocations",
                        Hint.help("give one of them another name: cName = \"...\"")));
        Set<String> newFunctions = subject.patch()
                .functions()
                .map(FunctionSpec::newFunc)
                .map(name -> name.value())
                .collect(Collectors.toSet());
        subject.patch()
                .relocations()
                .filter(relocation -> newFunctions.contains(relocation.cName().value()))
                .forEach(relocation -> findings.add(
                        DiagnosticCode.C_NAME_CLASH,
                        position(relocation),
                        "the C name " + Quote.of(relocation.cName().value())
                                + " stands for a new function and for a relocation",
                        Hint.help("give the relocation another name: cName = \"...\"")));
    }

    private static Position position(RelocationSpec relocation) {
        return relocation.cName().given()
                ? relocation.cName().position()
                : relocation.symbol().position();
    }
}
