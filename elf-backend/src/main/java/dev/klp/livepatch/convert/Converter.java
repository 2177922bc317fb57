package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.Problem;
import dev.klp.livepatch.TargetVersion;
import dev.klp.livepatch.dialect.AnnotatedSymbol;
import dev.klp.livepatch.dialect.Annotations;
import dev.klp.livepatch.dialect.LivepatchSymbol;
import dev.klp.livepatch.verify.Finding;
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
    private final ConversionTarget target;

    private Converter(KernelModule module, ConversionTarget target) {
        this.module = module;
        this.target = target;
    }

    /**
     * Converts a module in place, and verifies the result.
     *
     * @throws ElfFormatException if a table of the module is malformed
     * @throws dev.klp.elf.image.ElfReferenceException if something that is not among the module's ordinary relocations, such as a
     *     group, refers to annotations; the image is of no use then
     */
    public static Conversion convert(KernelModule module, ConversionTarget target) throws IOException {
        Converter converter = new Converter(module, target);
        Conversion conversion = converter.convert();
        if (conversion instanceof Conversion.Refused) {
            return conversion;
        }
        List<Finding> findings = new ResultCheck(module.image(), target, converter.version()).findings();
        return findings.isEmpty() ? conversion : new Conversion.Unfit(findings);
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
        SymbolResolver resolver = target.kernel() == null
                ? null
                : new SymbolResolver(target.kernel(), PatchedObjects.of(module, target.kernel()));
        UndefinedSymbols undefined = UndefinedSymbols.of(module, carriers(annotations));
        List<AnnotatedSymbol> resolved = resolver == null ? List.of() : resolver.resolve(undefined.symbols(), exports);
        if (!resolved.isEmpty()) {
            annotations = Annotations.read(module, resolved);
            undefined = UndefinedSymbols.of(module, carriers(annotations));
        }
        ArchitectureTables tables = new ArchitectureTables(module, annotations.architectureSections(), version());
        List<Problem> problems = new ArrayList<>(undefined.problems(exports, resolver));
        problems.addAll(tables.problems());
        AnnotationRemoval removal = AnnotationRemoval.plan(module, annotations);
        problems.addAll(removal.problems());
        if (!problems.isEmpty()) {
            return new Conversion.Refused(problems);
        }
        if (annotations.isEmpty()) {
            return new Conversion.Unchanged();
        }
        List<String> notes = new ArrayList<>();
        resolved.forEach(symbol -> notes.add(SymbolResolver.decision(symbol)));
        dependencies.release(module, exports, annotations.symbols(), undefined.symbols(), notes);
        tables.apply();
        return apply(annotations, removal, notes);
    }

    private Conversion apply(Annotations annotations, AnnotationRemoval removal, List<String> notes)
            throws IOException {
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
        if (target.exports() != null) {
            return target.exports();
        }
        if (target.kernel() != null) {
            return new Exports.Indexed(target.kernel(), versioned == null ? Set.of() : versioned);
        }
        return versioned == null ? null : new Exports.Versioned(versioned);
    }

    private @Nullable TargetVersion version() throws ElfFormatException {
        if (target.version() != null) {
            return target.version();
        }
        TargetVersion ofKernel = target.kernel() == null
                ? null
                : TargetVersion.parse(target.kernel().release().orElse(""));
        return ofKernel != null
                ? ofKernel
                : TargetVersion.parse(Dependencies.read(module.image()).vermagic());
    }

    private boolean isConverted() {
        return !module.livepatchRelocationSections().isEmpty();
    }

    private static Conversion exportsUnknown() {
        return new Conversion.Refused(
                List.of(
                        Problem.of(
                                "the module has no section __versions, so it cannot be told which of its"
                                        + " undefined symbols the kernel exports; name the kernel's Module.symvers with --symbols, or the kernel with --kernel")));
    }

    private static Set<Symbol> carriers(Annotations annotations) {
        Set<Symbol> carriers = new HashSet<>();
        for (LivepatchSymbol symbol : annotations.symbols()) {
            carriers.add(symbol.symbol());
        }
        return carriers;
    }
}
