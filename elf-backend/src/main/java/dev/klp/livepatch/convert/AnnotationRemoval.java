package dev.klp.livepatch.convert;

import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.Symbol;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.Problem;
import dev.klp.livepatch.dialect.Annotations;
import dev.klp.livepatch.dialect.LivepatchRelocation;
import dev.klp.livepatch.dialect.LivepatchSymbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the annotations out of a module: their sections, the relocations of these, the symbols defined in them (the arrays' own
 * names) or made for them, every relocation of debug information against such a symbol, and annotated symbols that nothing refers
 * to.
 */
final class AnnotationRemoval {
    private final KernelModule module;
    private final Set<Section> sections = new LinkedHashSet<>();
    private final Set<Symbol> going = new HashSet<>();
    private final Set<Relocation> moved = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Symbol> unused = new LinkedHashSet<>();
    private final List<RelocationContent> referring = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private AnnotationRemoval(KernelModule module) {
        this.module = module;
    }

    /**
     * Looks at what has to go, and changes nothing.
     *
     * @throws ElfFormatException if a table of the module is malformed
     */
    static AnnotationRemoval plan(KernelModule module, Annotations annotations) throws ElfFormatException {
        AnnotationRemoval removal = new AnnotationRemoval(module);
        if (!annotations.isEmpty()) {
            removal.plan(annotations);
        }
        return removal;
    }

    private void plan(Annotations annotations) throws ElfFormatException {
        sections.addAll(annotations.leftovers());
        for (LivepatchSymbol symbol : annotations.symbols()) {
            unused.add(symbol.symbol());
        }
        for (LivepatchRelocation relocation : annotations.relocations()) {
            unused.remove(relocation.relocation().symbol());
            if (relocation.replaced() != null) {
                moved.add(relocation.replaced().relocation());
            }
        }
        going.addAll(annotations.leftoverSymbols());
        for (Symbol symbol : module.symbols().symbols()) {
            if (symbol.section() != null && annotations.leftovers().contains(symbol.section())) {
                going.add(symbol);
            }
        }
        for (Section section : module.livepatchRelocationSections()) {
            keepReferred((RelocationContent) section.content());
        }
        Set<Symbol> wanted = new HashSet<>(unused);
        wanted.addAll(going);
        for (Section section : module.ordinaryRelocationSections()) {
            RelocationContent table = (RelocationContent) section.content();
            Section target = section.infoSection();
            if (target != null && sections.contains(target)) {
                sections.add(section);
            } else if (table.firstAgainst(wanted) >= 0) {
                visit(target, table);
            }
        }
    }

    /** What the livepatch core relocates against, as in a module that was converted before, is in use as well. */
    private void keepReferred(RelocationContent table) throws ElfFormatException {
        if (table.firstAgainst(unused) < 0) {
            return;
        }
        for (Relocation relocation : table.entries()) {
            if (relocation.symbol() != null) {
                unused.remove(relocation.symbol());
            }
        }
    }

    private void visit(@Nullable Section target, RelocationContent table) throws ElfFormatException {
        boolean refers = false;
        for (Relocation relocation : table.entries()) {
            Symbol symbol = relocation.symbol();
            if (symbol == null || moved.contains(relocation)) {
                continue;
            }
            unused.remove(symbol);
            if (going.contains(symbol)) {
                refers = true;
                if (target != null && takesEffect(target, relocation)) {
                    problems.add(new Problem(
                            module.place(target, relocation.offset()),
                            "refers to "
                                    + (symbol.section() == null ? symbol : "the annotations in " + symbol.section())
                                    + ", which conversion removes"));
                }
            }
        }
        if (refers) {
            referring.add(table);
        }
    }

    private boolean takesEffect(Section target, Relocation relocation) {
        return target.hasFlags(SectionFlag.SHF_ALLOC) && !module.architecture().isIgnored(relocation.type());
    }

    /** References that keep the annotations from being removed. */
    List<Problem> problems() {
        return problems;
    }

    /** Whether nothing but annotations refers to an annotated symbol, so that it goes with them. */
    boolean isUnused(Symbol symbol) {
        return unused.contains(symbol);
    }

    /** Takes out what was planned. */
    void apply() throws IOException {
        for (RelocationContent table : referring) {
            table.entries().removeIf(relocation -> relocation.symbol() != null && going.contains(relocation.symbol()));
            KeptEntry.keepOne(module.architecture(), table);
        }
        Set<Symbol> symbols = new LinkedHashSet<>(going);
        symbols.addAll(unused);
        if (!sections.isEmpty() || !symbols.isEmpty()) {
            module.image().remove(sections, symbols);
        }
    }
}
