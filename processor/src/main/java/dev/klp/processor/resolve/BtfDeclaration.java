package dev.klp.processor.resolve;

import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.TypeReference;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.declaration.Declaration;
import dev.klp.kernel.btf.declaration.Declarations;
import dev.klp.kernel.btf.declaration.Visibility;
import dev.klp.templates.model.CDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What BTF makes of a relocation without a declaration. */
public sealed interface BtfDeclaration {
    /**
     * The declaration.
     *
     * @param text the C text; structures and unions may be known by their tag only, typedefs beyond those of
     *     {@code linux/types.h} stand in it only where they name a type that has no other name
     */
    record Printed(String text) implements BtfDeclaration {}

    /**
     * None.
     *
     * @param reason why not, as the end of a sentence
     * @param choices declarations of which one may be right
     */
    record None(String reason, List<String> choices) implements BtfDeclaration {
        public None {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Reads the declaration of a symbol.
     *
     * @param symbol the symbol
     * @param cName the name to declare
     */
    static BtfDeclaration of(KernelSymbol symbol, String cName) {
        if (symbol.object().btf().isEmpty()) {
            return new None("has no types in the index", List.of());
        }
        if (SymbolChoice.functions(symbol) > 1) {
            return new None("is one of several functions of its name: BTF does not say whose type it has", List.of());
        }
        try {
            return of(symbol.types(), cName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BtfDeclaration of(List<TypeReference> types, String cName) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (TypeReference type : types) {
            Declaration declaration = print(type, cName);
            if (declaration.nameable() && CDeclaration.problem(declaration.text()) == null) {
                texts.add(declaration.text());
            }
        }
        return switch (texts.size()) {
            case 0 -> new None("is not described by BTF", List.of());
            case 1 -> new Printed(texts.iterator().next());
            default -> new None("has several types in BTF, which does not say whose is which", List.copyOf(texts));
        };
    }

    private static Declaration print(TypeReference type, String cName) throws IOException {
        Declarations declarations = Declarations.of(type.btf(), Visibility.LINUX_TYPES);
        return type.btf().kind(type.id()) == BtfKind.FUNC
                ? declarations.function(type.id(), cName)
                : declarations.declare(type.btf().target(type.id()), cName);
    }
}
