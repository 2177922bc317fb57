package dev.klp.processor.check;

import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.processor.resolve.SymbolChoice;
import dev.klp.processor.spec.AnchorSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.Positioned;
import dev.klp.processor.spec.RelocationSpec;
import dev.klp.templates.model.CDeclaration;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolPosition;
import java.util.List;
import java.util.Optional;

/** The symbol of a relocation. */
record RelocationUse(RelocationSpec relocation, KernelObject object, List<KernelSymbol> symbols) implements SymbolUse {
    /** Empty where name, position or declaration are none, which other checks report. */
    static Optional<RelocationUse> of(RelocationSpec relocation, KernelObject object) {
        String name = relocation.symbol().value();
        return SymbolName.problem(name) != null
                        || SymbolPosition.problem(relocation.sympos().value()) != null
                        || relocation.isDeclared()
                                && CDeclaration.problem(relocation.declaration().value()) != null
                ? Optional.empty()
                : Optional.of(new RelocationUse(relocation, object, List.copyOf(object.symbols(name))));
    }

    @Override
    public String what() {
        return "symbol";
    }

    @Override
    public String name() {
        return relocation.symbol().value();
    }

    @Override
    public Position position() {
        return relocation.symbol().position();
    }

    @Override
    public Positioned<Integer> sympos() {
        return relocation.sympos();
    }

    @Override
    public AnchorSpec anchor() {
        return relocation.anchor();
    }

    @Override
    public boolean wantsFunction() {
        return relocation.isDeclared()
                ? new CDeclaration(relocation.declaration().value()).isFunction()
                : SymbolChoice.hasFunction(symbols);
    }

    @Override
    public String annotation(String sympos) {
        StringBuilder text = new StringBuilder("@KlpModuleReloc(symbol = ").append(JavaText.literal(name()));
        add(text, "definedIn", relocation.definedIn());
        add(text, "cName", relocation.cName());
        add(text, "declaration", relocation.declaration());
        return text.append(", sympos = ").append(sympos).append(')').toString();
    }

    private static void add(StringBuilder text, String member, Positioned<String> value) {
        if (value.given()) {
            text.append(", ").append(member).append(" = ").append(JavaText.literal(value.value()));
        }
    }
}
