package dev.klp.processor.check;

import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.diagnostics.Quote;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.TypeReference;
import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfType;
import dev.klp.processor.csource.CFunction;
import dev.klp.processor.csource.ShapeReader;
import dev.klp.processor.csource.ValueShape;
import dev.klp.processor.resolve.SymbolChoice;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Callers of the old function are not compiled again: they pass what it took and read what it returned. The kernel's BTF says
 * what that is. Where several functions of the object share the name, it describes only some of them and not which, so that
 * nothing is said.
 */
final class NewFunctionTypeCheck implements KernelCheck {
    /** A difference, and whether it is that the upper part of the returned register is left to chance. */
    private record Difference(String text, boolean narrow) {}

    @Override
    public void check(KernelSubject subject, Findings findings) {
        subject.functions()
                .filter(use -> use.found().isPresent())
                .forEach(use -> subject.unit()
                        .function(use.function().newFunc().value())
                        .ifPresent(written -> check(use, written, findings)));
    }

    private static void check(FunctionUse use, CFunction written, Findings findings) {
        KernelSymbol old = use.symbols().get(0);
        List<TypeReference> types = old.types();
        if (types.isEmpty() || SymbolChoice.functions(old) > 1) {
            return;
        }
        Difference first = null;
        try {
            for (TypeReference type : types) {
                Difference difference = difference(written, type);
                if (difference == null) {
                    return;
                }
                first = first == null ? difference : first;
            }
        } catch (BtfFormatException e) {
            throw new UncheckedIOException(e);
        }
        report(use, written, Objects.requireNonNull(first), findings);
    }

    private static void report(FunctionUse use, CFunction written, Difference difference, Findings findings) {
        List<Hint> hints = new ArrayList<>();
        use.symbols()
                .get(0)
                .declarations()
                .forEach(declaration -> hints.add(Hint.note("the kernel has " + declaration)));
        hints.add(Hint.help("give " + Quote.of(written.name()) + " at " + written.place() + " the type of "
                + Quote.of(use.name())));
        findings.add(
                difference.narrow() ? DiagnosticCode.RETURN_TYPE : DiagnosticCode.PROTOTYPE,
                use.function().newFunc().position(),
                "new function " + Quote.of(written.name()) + " " + difference.text() + " as " + Quote.of(use.name())
                        + " of " + Quote.of(use.object().name()),
                hints);
    }

    private static @Nullable Difference difference(CFunction written, TypeReference type) throws BtfFormatException {
        Btf btf = type.btf();
        BtfType.Prototype kernel = (BtfType.Prototype) btf.type(btf.target(type.id()));
        List<BtfType.Parameter> parameters = kernel.parameters();
        if (written.parameters().size() != parameters.size() && !kernel.variadic()) {
            return new Difference(
                    "has " + written.parameters().size() + " and not " + parameters.size() + " parameters", false);
        }
        for (int i = 0; i < parameters.size() && i < written.parameters().size(); i++) {
            ValueShape mine = ShapeReader.parameter(written.parameters().get(i), btf);
            if (!mine.agreesWith(ValueShape.of(btf, parameters.get(i).type()))) {
                return new Difference("does not take the same parameter " + (i + 1), false);
            }
        }
        ValueShape mine = ShapeReader.returned(written, btf);
        ValueShape theirs = ValueShape.of(btf, kernel.returned());
        if (mine.agreesWith(theirs)) {
            return null;
        }
        boolean narrow = mine.registerBytes() >= 0 && mine.registerBytes() < theirs.registerBytes();
        return new Difference(
                narrow
                        ? "returns " + mine.registerBytes() + " bytes and not " + theirs.registerBytes()
                        : "does not return the same",
                narrow);
    }
}
