package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.ObjectName;
import dev.klp.livepatch.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes what the dialects read and turns annotated symbols into the relocations that refer to them. */
final class AnnotationCollector {
    private final KernelModule module;
    private final Map<Symbol, AnnotatedSymbol> symbols = new LinkedHashMap<>();
    private final Set<Section> leftovers = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    AnnotationCollector(KernelModule module) {
        this.module = module;
    }

    /**
     * A symbol stands for a symbol of the kernel.
     *
     * @param section the section in which the annotation stands
     * @param offset where in it
     */
    void annotate(Section section, long offset, Symbol symbol, ObjectName gatingObject, KernelSymbol meaning)
            throws ElfFormatException {
        AnnotatedSymbol annotated = new AnnotatedSymbol(symbol, gatingObject, meaning);
        AnnotatedSymbol earlier = symbols.putIfAbsent(symbol, annotated);
        if (earlier != null && !earlier.equals(annotated)) {
            problem(
                    section,
                    offset,
                    symbol + " is annotated twice, as " + earlier.meaning().livepatchName() + " and as "
                            + meaning.livepatchName() + "; one C name can stand for one of them only");
        }
    }

    /** A symbol whose own name is the annotation. */
    void annotate(AnnotatedSymbol annotated) {
        symbols.put(annotated.symbol(), annotated);
    }

    /** A section that holds nothing but annotations. */
    void leftover(Section section) {
        leftovers.add(section);
    }

    /** An annotation in a section makes no sense. */
    void problem(Section section, long offset, String text) throws ElfFormatException {
        problems.add(new Problem(module.place(section, offset), text));
    }

    /** An annotation that is nowhere in particular makes no sense. */
    void problem(String text) {
        problems.add(Problem.of(text));
    }

    Annotations finish() throws ElfFormatException {
        return new Annotations(List.copyOf(symbols.values()), relocations(), leftovers, problems);
    }

    /**
     * The relocations of allocated sections. Those of debug information stay where they are: the loader passes over the
     * relocations of a section that takes no memory ({@code kernel/module/main.c:apply_relocations}), but
     * {@code klp_apply_object_relocs} does not, and would write to wherever such a section is not.
     */
    private List<LivepatchRelocation> relocations() throws ElfFormatException {
        List<LivepatchRelocation> relocations = new ArrayList<>();
        for (Section section : module.ordinaryRelocationSections()) {
            Section target = section.infoSection();
            RelocationContent table = (RelocationContent) section.content();
            if (target == null
                    || !target.hasFlags(SectionFlag.SHF_ALLOC)
                    || leftovers.contains(target)
                    || table.firstAgainst(symbols.keySet()) < 0) {
                continue;
            }
            for (Relocation relocation : table.entries()) {
                AnnotatedSymbol annotated = relocation.symbol() == null ? null : symbols.get(relocation.symbol());
                if (annotated != null) {
                    relocations.add(new LivepatchRelocation(
                            annotated.gatingObject(), annotated.meaning(), target, table, relocation));
                }
            }
        }
        return relocations;
    }
}
