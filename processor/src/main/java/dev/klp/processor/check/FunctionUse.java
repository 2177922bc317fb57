package dev.klp.processor.check;

import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.processor.spec.AnchorSpec;
import dev.klp.processor.spec.FunctionSpec;
import dev.klp.processor.spec.Position;
import dev.klp.processor.spec.Positioned;
import dev.klp.templates.model.SymbolName;
import dev.klp.templates.model.SymbolPosition;
import java.util.List;
import java.util.Optional;

/** A function to replace. */
record FunctionUse(FunctionSpec function, KernelObject object, List<KernelSymbol> symbols) implements SymbolUse {
    /** Empty where name or position cannot be those of any symbol, which other checks report. */
    static Optional<FunctionUse> of(FunctionSpec function, KernelObject object) {
        String name = function.oldName().value();
        return SymbolName.problem(name) != null
                        || SymbolPosition.problem(function.sympos().value()) != null
                ? Optional.empty()
                : Optional.of(new FunctionUse(function, object, List.copyOf(object.symbols(name))));
    }

    @Override
    public String what() {
        return "function";
    }

    @Override
    public String name() {
        return function.oldName().value();
    }

    @Override
    public Position position() {
        return function.oldName().given() ? function.oldName().position() : function.method();
    }

    @Override
    public Positioned<Integer> sympos() {
        return function.sympos();
    }

    @Override
    public AnchorSpec anchor() {
        return function.anchor();
    }

    @Override
    public boolean wantsFunction() {
        return true;
    }

    @Override
    public String annotation(String sympos) {
        String oldName = function.oldName().given() ? "oldName = " + JavaText.literal(name()) + ", " : "";
        return "@KlpFunc(" + oldName + "newFunc = "
                + JavaText.literal(function.newFunc().value()) + ", sympos = " + sympos + ")";
    }
}
