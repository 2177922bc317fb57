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

/**
 * Takes what the dialects read. Some say what a symbol stands for wherever the module refers to it; these become the relocations
 * that do. Others list the relocations themselves.
 */
final class AnnotationCollector {
    private final KernelModule module;
    private final Map<Symbol, AnnotatedSymbol> annotated = new LinkedHashMap<>();
    private final Map<Symbol, LivepatchSymbol> symbols = new LinkedHashMap<>();
    private final List<LivepatchRelocation> listed = new ArrayList<>();
    private final Set<Section> leftovers = new LinkedHashSet<>();
    private final Set<Symbol> leftoverSymbols = new LinkedHashSet<>();
    private final List<ArchitectureSection> architectureSections = new ArrayList<>();
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
        AnnotatedSymbol annotation = new AnnotatedSymbol(symbol, gatingObject, meaning);
        AnnotatedSymbol earlier = annotated.putIfAbsent(symbol, annotation);
        if (earlier != null && !earlier.equals(annotation)) {
            problem(
                    section,
                    offset,
                    symbol + " is annotated twice, as " + earlier.meaning().livepatchName() + " and as "
                            + meaning.livepatchName() + "; one C name can stand for one of them only");
        }
        symbols.putIfAbsent(symbol, new LivepatchSymbol(symbol, meaning, false));
    }

    /** A symbol whose own name is the annotation. */
    void annotate(AnnotatedSymbol annotation) {
        annotated.put(annotation.symbol(), annotation);
        declare(new LivepatchSymbol(annotation.symbol(), annotation.meaning(), false));
    }

    /** A symbol that listed relocations are against. */
    void declare(LivepatchSymbol symbol) {
        symbols.put(symbol.symbol(), symbol);
    }

    /** One relocation, against a symbol that is declared. */
    void relocate(LivepatchRelocation relocation) {
        listed.add(relocation);
    }

    /** A section that holds nothing but annotations. */
    void leftover(Section section) {
        leftovers.add(section);
    }

    /** Whether a section holds nothing but annotations. */
    boolean isLeftover(Section section) {
        return leftovers.contains(section);
    }

    /** An undefined symbol that only an annotation needs. */
    void leftover(Symbol symbol) {
        leftoverSymbols.add(symbol);
    }

    /** A section that kernels 4.7 to 5.7 apply only after an object's relocations. */
    void architectureSection(ArchitectureSection section) {
        architectureSections.add(section);
    }

    /** An annotation in a section makes no sense. */
    void problem(Section section, long offset, String text) throws ElfFormatException {
        problems.add(new Problem(module.place(section, offset), text));
    }

    /** An annotation makes no sense. */
    void problem(MalformedAnnotationException malformed) throws ElfFormatException {
        problem(malformed.section(), malformed.offset(), String.valueOf(malformed.getMessage()));
    }

    /** An annotation that is nowhere in particular makes no sense. */
    void problem(String text) {
        problems.add(Problem.of(text));
    }

    Annotations finish() throws ElfFormatException {
        List<LivepatchRelocation> relocations = relocations();
        relocations.addAll(listed);
        return new Annotations(
                List.copyOf(symbols.values()), relocations, leftovers, leftoverSymbols, architectureSections, problems);
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
                    || table.firstAgainst(annotated.keySet()) < 0) {
                continue;
            }
            for (Relocation relocation : table.entries()) {
                AnnotatedSymbol annotation = relocation.symbol() == null ? null : annotated.get(relocation.symbol());
                if (annotation != null) {
                    relocations.add(new LivepatchRelocation(
                            annotation.gatingObject(),
                            annotation.meaning(),
                            target,
                            relocation,
                            new OrdinaryRelocation(table, relocation)));
                }
            }
        }
        return relocations;
    }
}
