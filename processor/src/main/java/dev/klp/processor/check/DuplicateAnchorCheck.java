package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import java.util.List;

/** Two functions of one name that only the kernel shows to be one: what {@link DuplicateFunctionCheck} cannot see. */
final class DuplicateAnchorCheck implements KernelCheck {
    private record Found(FunctionUse use, KernelSymbol symbol) {
        Place place() {
            return new Place(symbol.object().name(), symbol.index());
        }
    }

    private record Place(String object, int index) {}

    @Override
    public void check(KernelSubject subject, Findings findings) {
        List<Found> found = subject.functions()
                .flatMap(use -> use.found().stream().map(symbol -> new Found(use, symbol)))
                .toList();
        Duplicates.forEach(found.stream(), Found::place, one -> {
            if (found.stream()
                    .anyMatch(other -> other.place().equals(one.place())
                            && other.use().anchor().given())) {
                findings.add(
                        DiagnosticCode.DUPLICATE_FUNCTION,
                        one.use().anchor().given()
                                ? one.use().anchor().position()
                                : one.use().position(),
                        "function " + Quote.of(one.use().name()) + " of "
                                + Quote.of(one.use().object().name()) + " is replaced twice");
            }
        });
    }
}
