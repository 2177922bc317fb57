package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.Problem;
import java.util.List;
import java.util.Set;

/**
 * What the annotations of a module ask for, in whatever dialects they are written.
 *
 * @param symbols the annotated symbols, in the order of the annotations
 * @param relocations every relocation of an allocated section against one of them, in the order of the module
 * @param leftovers the sections that hold nothing but annotations; the kernel has no use for them
 * @param problems what is wrong with the annotations; the other values are complete only if there is nothing
 */
public record Annotations(
        List<AnnotatedSymbol> symbols,
        List<LivepatchRelocation> relocations,
        Set<Section> leftovers,
        List<Problem> problems) {
    private static final List<Dialect> DIALECTS = List.of(new ModuleRelocsDialect(), new AnnotatedNameDialect());

    public Annotations {
        symbols = List.copyOf(symbols);
        relocations = List.copyOf(relocations);
        leftovers = Set.copyOf(leftovers);
        problems = List.copyOf(problems);
    }

    /**
     * Reads every dialect's annotations.
     *
     * @throws ElfFormatException if a table of the module is malformed
     */
    public static Annotations read(KernelModule module) throws ElfFormatException {
        AnnotationCollector collector = new AnnotationCollector(module);
        for (Dialect dialect : DIALECTS) {
            dialect.read(module, collector);
        }
        return collector.finish();
    }

    /** Whether the module has no annotations at all. */
    public boolean isEmpty() {
        return symbols.isEmpty() && relocations.isEmpty() && leftovers.isEmpty() && problems.isEmpty();
    }
}
