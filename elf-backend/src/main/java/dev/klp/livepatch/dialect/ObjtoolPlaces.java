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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places that entries of objtool's intermediate form point at. An ordinary relocation holds each of them meanwhile: against the
 * symbol itself in the first version, against a tombstone in later ones.
 */
final class ObjtoolPlaces {
    private final KernelModule module;
    private final ObjtoolSymbols symbols;
    private final PlacedRelocations ordinary;
    private final PlacedRelocations existing;
    private final AnnotationCollector collector;
    private final Set<Place> taken = new HashSet<>();

    private record Place(Section section, long offset) {}

    ObjtoolPlaces(
            KernelModule module, ObjtoolSymbols symbols, PlacedRelocations ordinary, AnnotationCollector collector) {
        this.module = module;
        this.symbols = symbols;
        this.ordinary = ordinary;
        this.existing = PlacedRelocations.livepatch(module);
        this.collector = collector;
    }

    /**
     * Takes one entry.
     *
     * @param section the section of the entry
     * @param gatingObject the object that its name gives, or null: then it is the one that has the symbol
     * @param target the section of the place
     * @param offset the place
     * @param reference the entry's second pointer, to the symbol plus the relocation's addend
     * @param type the relocation's type
     */
    void take(
            Section section,
            @Nullable ObjectName gatingObject,
            Section target,
            long offset,
            Relocation reference,
            int type)
            throws ElfFormatException {
        Pointer to = Pointer.of(module, reference);
        if (to != null && ObjtoolSymbols.isResolved(to.symbol()) && isConverted(target, offset, to.symbol())) {
            return;
        }
        KernelSymbol meaning = to == null ? null : symbols.meaning(to.symbol());
        if (to == null || meaning == null) {
            collector.problem(
                    section,
                    reference.offset(),
                    "the entry does not point at an undefined symbol .klp.sym.<object>.<name>,<position>"
                            + (to == null ? "" : " but at " + to.symbol()));
            return;
        }
        OrdinaryRelocation held = held(section, reference, target, offset, to.symbol());
        if (held != null) {
            collector.relocate(new LivepatchRelocation(
                    gatingObject == null ? meaning.object() : gatingObject,
                    meaning,
                    target,
                    new Relocation(offset, to.symbol(), type, to.addend()),
                    held));
        }
    }

    /** Whether the tool itself made the livepatch relocation; it leaves its annotations in the module. */
    private boolean isConverted(Section target, long offset, Symbol symbol) throws ElfFormatException {
        for (OrdinaryRelocation relocation : existing.at(target, offset)) {
            if (symbol.equals(relocation.relocation().symbol())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable OrdinaryRelocation held(
            Section section, Relocation entry, Section target, long offset, Symbol symbol) throws ElfFormatException {
        String place = target + "+0x" + Long.toHexString(offset);
        List<OrdinaryRelocation> found = ordinary.at(target, offset);
        if (found.size() != 1) {
            collector.problem(
                    section,
                    entry.offset(),
                    "the entry is for " + place + ", where "
                            + (found.isEmpty() ? "no relocation" : "several relocations") + " instead of one "
                            + (found.isEmpty() ? "stands" : "stand"));
            return null;
        }
        Symbol holder = found.get(0).relocation().symbol();
        if (holder == null || !holder.equals(symbol) && !symbols.isTombstone(holder)) {
            collector.problem(
                    section,
                    entry.offset(),
                    "the entry is for " + place + ", but the relocation there is against "
                            + (holder == null ? "no symbol" : holder) + ", neither the entry's " + symbol
                            + " nor a tombstone");
            return null;
        }
        if (!taken.add(new Place(target, offset))) {
            collector.problem(section, entry.offset(), "a second entry for " + place);
            return null;
        }
        return found.get(0);
    }

    /**
     * Every reference to a symbol of the intermediate form must have an entry: the loader would take the undefined weak symbol for
     * zero and say nothing.
     */
    void requireAllListed() throws ElfFormatException {
        for (Section section : module.ordinaryRelocationSections()) {
            Section target = section.infoSection();
            if (target == null || !target.hasFlags(SectionFlag.SHF_ALLOC) || collector.isLeftover(target)) {
                continue;
            }
            for (Relocation relocation : ((RelocationContent) section.content()).entries()) {
                Symbol symbol = relocation.symbol();
                if (symbol != null
                        && !module.architecture().isIgnored(relocation.type())
                        && symbols.isIntermediate(symbol)
                        && !taken.contains(new Place(target, relocation.offset()))) {
                    collector.problem(
                            target,
                            relocation.offset(),
                            "refers to " + symbol + ", but no entry in __klp_relocs is for this place");
                }
            }
        }
    }
}
