package dev.klp.processor.resolve;

import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.TypeReference;
import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.declaration.Declarations;
import dev.klp.kernel.btf.declaration.PrototypePin;
import dev.klp.templates.model.PrototypeAssertion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pins new functions to the types of those that they replace. */
public final class PrototypePins {
    private PrototypePins() {}

    /**
     * What the unit says of a new function's type.
     *
     * @param old the replaced function
     * @param newFunction the C function that takes its place
     * @param release the kernel, for the message
     * @return null if the kernel's index has no types of the object at all
     */
    public static @Nullable PrototypeAssertion of(KernelSymbol old, String newFunction, String release) {
        if (old.object().btf().isEmpty()) {
            return null;
        }
        List<TypeReference> types = old.types();
        if (SymbolChoice.functions(old) > 1) {
            return leftOut(old, "several functions have this name, and BTF does not say whose type it has");
        }
        if (types.isEmpty()) {
            return leftOut(old, "the BTF of " + release + " has no function of this name");
        }
        try {
            return of(old, types, newFunction, release);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrototypeAssertion of(
            KernelSymbol old, List<TypeReference> types, String newFunction, String release) throws IOException {
        Btf btf = types.get(0).btf();
        int[] functions = types.stream().mapToInt(TypeReference::id).toArray();
        PrototypePin pin = PrototypePin.of(btf, functions);
        if (!pin.typedefs().isEmpty()) {
            return leftOut(old, "its type needs " + String.join(", ", pin.typedefs()) + ", which a unit need not know");
        }
        SortedSet<String> enumerations = new TreeSet<>();
        for (int function : functions) {
            enumerations.addAll(Declarations.of(btf).functionType(function).enumerations());
        }
        if (enumerations.size() > 1) {
            // A unit that knows one of them and not another would need each mixture of tags and integer types.
            return leftOut(old, "its type has several enumerations, of which a unit need not know all");
        }
        return new PrototypeAssertion.Compared(
                List.copyOf(pin.tags()),
                pin.condition(newFunction),
                old.name() + ": prototype differs from " + release);
    }

    private static PrototypeAssertion leftOut(KernelSymbol old, String reason) {
        return new PrototypeAssertion.LeftOut(old.name() + ": not compared, " + reason);
    }
}
