package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.Problem;
import dev.klp.livepatch.dialect.Annotations;
import dev.klp.livepatch.dialect.LivepatchSymbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts a module: relocations against annotated symbols go into sections of their own, the symbols get names that the kernel's
 * livepatch core resolves, and the annotations go away.
 */
public final class Converter {
    private final KernelModule module;
    private final @Nullable Exports listed;

    private Converter(KernelModule module, @Nullable Exports listed) {
        this.module = module;
        this.listed = listed;
    }

    /**
     * Converts a module in place; its image is changed only if the answer says so.
     *
     * @param exports what the kernel and its modules export, or null to go by the module's own {@code __versions}
     * @throws ElfFormatException if a table of the module is malformed
     */
    public static Conversion convert(KernelModule module, @Nullable Exports exports) throws IOException {
        return new Converter(module, exports).convert();
    }

    private Conversion convert() throws IOException {
        Annotations annotations = Annotations.read(module);
        if (!annotations.problems().isEmpty()) {
            return new Conversion.Refused(annotations.problems());
        }
        Dependencies dependencies = Dependencies.read(module.image());
        Exports exports = exports(dependencies);
        if (exports == null) {
            return annotations.isEmpty() && isConverted() ? new Conversion.Unchanged() : exportsUnknown();
        }
        UndefinedSymbols undefined = UndefinedSymbols.of(module, carriers(annotations));
        List<Problem> problems = new ArrayList<>(new RelocationCheck(module).problems(annotations.relocations()));
        problems.addAll(undefined.problems(exports));
        AnnotationRemoval removal = AnnotationRemoval.plan(module, annotations);
        problems.addAll(removal.problems());
        if (!problems.isEmpty()) {
            return new Conversion.Refused(problems);
        }
        return annotations.isEmpty()
                ? new Conversion.Unchanged()
                : apply(annotations, dependencies, exports, undefined, removal);
    }

    private Conversion apply(
            Annotations annotations,
            Dependencies dependencies,
            Exports exports,
            UndefinedSymbols undefined,
            AnnotationRemoval removal)
            throws IOException {
        List<String> notes = new ArrayList<>();
        dependencies.release(module, exports, annotations.symbols(), undefined.symbols(), notes);
        new RelocationMove(module).move(annotations.relocations());
        int symbols = 0;
        for (LivepatchSymbol symbol : annotations.symbols()) {
            if (!removal.isUnused(symbol.symbol())) {
                LivepatchSymbols.become(symbol.symbol(), symbol.meaning());
                if (symbol.isNew()) {
                    module.symbols().add(symbol.symbol());
                }
                symbols++;
            }
        }
        removal.apply();
        return new Conversion.Converted(
                module.image(), annotations.relocations().size(), symbols, notes);
    }

    private @Nullable Exports exports(Dependencies dependencies) {
        Set<String> versioned = dependencies.versionedNames();
        if (listed != null) {
            return listed;
        }
        return versioned == null ? null : new Exports.Versioned(versioned);
    }

    private boolean isConverted() {
        return !module.livepatchRelocationSections().isEmpty();
    }

    private static Conversion exportsUnknown() {
        return new Conversion.Refused(
                List.of(Problem.of("the module has no section __versions, so it cannot be told which of its"
                        + " undefined symbols the kernel exports; name the kernel's Module.symvers with --symbols")));
    }

    private static Set<Symbol> carriers(Annotations annotations) {
        Set<Symbol> carriers = new HashSet<>();
        for (LivepatchSymbol symbol : annotations.symbols()) {
            carriers.add(symbol.symbol());
        }
        return carriers;
    }
}
