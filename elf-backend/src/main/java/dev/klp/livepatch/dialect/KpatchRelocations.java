package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.Section;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.ObjectName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/** The relocations that kpatch's entries ask for, at places where no other may stand. */
final class KpatchRelocations {
    private final KernelModule module;
    private final KpatchLayout layout;
    private final StructArray array;
    private final KpatchSymbols symbols;
    private final PlacedRelocations ordinary;
    private final PlacedRelocations existing;
    private final AnnotationCollector collector;
    private final Set<Place> taken = new HashSet<>();

    private record Place(Section section, long offset) {}

    KpatchRelocations(
            KernelModule module,
            KpatchLayout layout,
            StructArray array,
            KpatchSymbols symbols,
            PlacedRelocations ordinary,
            AnnotationCollector collector) {
        this.module = module;
        this.layout = layout;
        this.array = array;
        this.symbols = symbols;
        this.ordinary = ordinary;
        this.existing = PlacedRelocations.livepatch(module);
        this.collector = collector;
    }

    /** Reads every entry; one that makes no sense is a problem and does not keep others from being read. */
    void read(ByteOrder order) throws ElfFormatException {
        ByteBuffer bytes = array.bytes(order);
        for (int index = 0; index < array.count(); index++) {
            try {
                collector.relocate(read(index, bytes));
            } catch (MalformedAnnotationException e) {
                collector.problem(e);
            }
        }
    }

    private LivepatchRelocation read(int index, ByteBuffer bytes)
            throws ElfFormatException, MalformedAnnotationException {
        ElfFormat format = module.image().format();
        Pointer place = array.pointer(index, layout.relocationPlace());
        Section target = place.section();
        if (target == null) {
            throw problem(index, "the entry does not point at a place in the module but at " + place.symbol());
        }
        if (!target.hasFlags(SectionFlag.SHF_ALLOC)) {
            throw problem(index, "the entry points into " + target + ", which takes no memory");
        }
        requireFree(index, target, place.offset());
        LivepatchSymbol symbol = symbols.at(array, index, collector);
        Relocation relocation = new Relocation(
                place.offset(),
                symbol.symbol(),
                bytes.getInt(array.offset(index, layout.relocationType())),
                format.addend(bytes, array.offset(index, layout.relocationAddend())));
        return new LivepatchRelocation(gatingObject(index), symbol.meaning(), target, relocation, null);
    }

    private ObjectName gatingObject(int index) throws ElfFormatException, MalformedAnnotationException {
        String object = KpatchStrings.at(array, index, layout.relocationObject());
        try {
            return ObjectName.parse(object);
        } catch (IllegalArgumentException e) {
            throw problem(index, String.valueOf(e.getMessage()));
        }
    }

    private void requireFree(int index, Section target, long offset)
            throws ElfFormatException, MalformedAnnotationException {
        String place = target + "+0x" + Long.toHexString(offset);
        for (OrdinaryRelocation other : ordinary.at(target, offset)) {
            if (!module.architecture().isIgnored(other.relocation().type())) {
                throw problem(
                        index,
                        "the entry is for " + place + ", where a relocation against "
                                + other.relocation().symbol() + " stands already");
            }
        }
        if (!existing.at(target, offset).isEmpty()) {
            throw problem(index, "the entry is for " + place + ", which has a livepatch relocation already");
        }
        if (!taken.add(new Place(target, offset))) {
            throw problem(index, "a second entry for " + place);
        }
    }

    private MalformedAnnotationException problem(int index, String text) {
        return new MalformedAnnotationException(array.section(), array.offset(index, 0), text);
    }
}
