package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.Problem;
import java.util.List;
import java.util.Set;

/**
 * What the annotations of a module ask for, in whatever dialects they are written.
 *
 * @param symbols the symbols that the livepatch core shall resolve, in the order of the annotations
 * @param relocations every relocation that it shall apply
 * @param leftovers the sections that hold nothing but annotations; the kernel has no use for them
 * @param leftoverSymbols undefined symbols that only annotations need
 * @param architectureSections tables that kernels 4.7 to 5.7 must not apply with the module's own
 * @param problems what is wrong with the annotations; the other values are complete only if there is nothing
 */
public record Annotations(
        List<LivepatchSymbol> symbols,
        List<LivepatchRelocation> relocations,
        Set<Section> leftovers,
        Set<Symbol> leftoverSymbols,
        List<ArchitectureSection> architectureSections,
        List<Problem> problems) {
    private static final List<Dialect> DIALECTS =
            List.of(new ModuleRelocsDialect(), new AnnotatedNameDialect(), new ObjtoolDialect(), new KpatchDialect());

    public Annotations {
        symbols = List.copyOf(symbols);
        relocations = List.copyOf(relocations);
        leftovers = Set.copyOf(leftovers);
        leftoverSymbols = Set.copyOf(leftoverSymbols);
        architectureSections = List.copyOf(architectureSections);
        problems = List.copyOf(problems);
    }

    /**
     * Reads every dialect's annotations.
     *
     * @throws ElfFormatException if a table of the module is malformed
     */
    public static Annotations read(KernelModule module) throws ElfFormatException {
        return read(module, List.of());
    }

    /**
     * Reads every dialect's annotations and adds others.
     *
     * @param others annotations of symbols that have none in the module
     * @throws ElfFormatException if a table of the module is malformed
     */
    public static Annotations read(KernelModule module, List<AnnotatedSymbol> others) throws ElfFormatException {
        AnnotationCollector collector = new AnnotationCollector(module);
        for (Dialect dialect : DIALECTS) {
            dialect.read(module, collector);
        }
        others.forEach(collector::annotate);
        return collector.finish();
    }

    /** Whether the module has no annotations at all. */
    public boolean isEmpty() {
        return symbols.isEmpty()
                && relocations.isEmpty()
                && leftovers.isEmpty()
                && leftoverSymbols.isEmpty()
                && problems.isEmpty();
    }
}
