package dev.klp.lsp;

import dev.klp.kernel.KernelIndex;
import dev.klp.kernel.KernelObject;
import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.ObjectKind;
import dev.klp.kernel.ObjectLookup;
import java.util.List;

/** What is known of a name under the mouse. */
final class KernelHover {
    private final KernelIndex index;
    private final SymbolDescription description;

    KernelHover(KernelIndex index, SymbolDescription description) {
        this.index = index;
        this.description = description;
    }

    /**
     * @param name what is named
     * @param text the name
     * @return plain text
     */
    String of(KernelName name, String text) {
        if (name.kind() == KernelName.Kind.OBJECT) {
            return object(text);
        }
        List<KernelSymbol> symbols =
                index.object(name.object()).map(object -> object.symbols(text)).orElse(List.of());
        if (!symbols.isEmpty()) {
            return description.of(index, symbols);
        }
        List<String> nearest =
                index.object(name.object()).map(object -> object.nearest(text)).orElse(List.of());
        return kernel() + " has no symbol " + text + " in " + name.object() + nearest(nearest);
    }

    private String object(String text) {
        ObjectLookup lookup = index.lookup(text);
        if (lookup instanceof ObjectLookup.Indexed indexed) {
            KernelObject object = indexed.object();
            if (object.kind() == ObjectKind.VMLINUX) {
                return "the kernel itself";
            }
            return (object.name().equals(text) ? "" : "the kernel's name of it is " + object.name() + "\n")
                    + object.path().orElse(object.name())
                    + (object.dependencies().isEmpty()
                            ? ""
                            : "\ndepends on " + String.join(", ", object.dependencies()));
        }
        if (lookup instanceof ObjectLookup.BuiltIn builtIn) {
            return builtIn.name() + " is built into " + kernel() + ": its symbols are in vmlinux";
        }
        List<String> nearest = lookup instanceof ObjectLookup.Unknown unknown ? unknown.nearest() : List.of();
        return kernel() + " has no module " + text + nearest(nearest);
    }

    private String kernel() {
        return index.release().orElse("this kernel");
    }

    private static String nearest(List<String> names) {
        return names.isEmpty() ? "" : "; nearest: " + String.join(", ", names);
    }
}
