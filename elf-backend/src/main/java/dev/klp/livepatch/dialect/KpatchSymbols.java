package dev.klp.livepatch.dialect;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.SymbolBinding;
import dev.klp.elf.image.Symbol;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.KernelSymbol;
import dev.klp.livepatch.ObjectName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * The symbols that kpatch's relocations are against. No symbol of the module stands for them so far; one is made for each that has
 * a name of its own, with the binding and type that it has in the kernel.
 */
final class KpatchSymbols {
    private static final int MAX_TYPE = 15;

    private final KpatchLayout layout;
    private final StructArray array;
    private final ElfFormat format;
    private final ByteBuffer bytes;
    private final Map<String, LivepatchSymbol> known = new HashMap<>();

    KpatchSymbols(KernelModule module, KpatchLayout layout, StructArray array, ByteOrder order)
            throws ElfFormatException {
        this.layout = layout;
        this.array = array;
        this.format = module.image().format();
        this.bytes = array.bytes(order);
        for (Symbol symbol : module.symbols().symbols()) {
            KernelSymbol meaning =
                    ObjtoolSymbols.isResolved(symbol) ? KernelSymbol.parseLivepatchName(symbol.name()) : null;
            if (meaning != null) {
                known.put(symbol.name(), new LivepatchSymbol(symbol, meaning, false));
            }
        }
    }

    /**
     * The symbol that a relocation's entry points at.
     *
     * @throws MalformedAnnotationException if it points at none, or that makes no sense
     */
    LivepatchSymbol at(StructArray relocations, int index, AnnotationCollector collector)
            throws ElfFormatException, MalformedAnnotationException {
        int entry = array.indexOf(relocations.pointer(index, layout.relocationSymbol()));
        if (entry < 0) {
            throw new MalformedAnnotationException(
                    relocations.section(),
                    relocations.offset(index, layout.relocationSymbol()),
                    "the pointer does not lead to an entry of " + array.section());
        }
        KernelSymbol meaning = meaning(entry);
        LivepatchSymbol found = known.get(meaning.livepatchName());
        if (found == null) {
            found = new LivepatchSymbol(create(entry, meaning), meaning, true);
            known.put(meaning.livepatchName(), found);
            collector.declare(found);
        }
        return found;
    }

    private KernelSymbol meaning(int entry) throws ElfFormatException, MalformedAnnotationException {
        String name = KpatchStrings.at(array, entry, layout.symbolName());
        String object = KpatchStrings.at(array, entry, layout.symbolObject());
        int positionOffset = array.offset(entry, layout.symbolPosition());
        try {
            return new KernelSymbol(ObjectName.parse(object), name, format.word(bytes, positionOffset));
        } catch (IllegalArgumentException e) {
            throw new MalformedAnnotationException(
                    array.section(), array.offset(entry, 0), String.valueOf(e.getMessage()));
        }
    }

    private Symbol create(int entry, KernelSymbol meaning) throws MalformedAnnotationException {
        int bindingOffset = array.offset(entry, layout.symbolBinding());
        int binding = bytes.get(bindingOffset) & 0xFF;
        int type = bytes.get(array.offset(entry, layout.symbolType())) & 0xFF;
        if (binding > SymbolBinding.STB_WEAK || type > MAX_TYPE) {
            throw new MalformedAnnotationException(
                    array.section(),
                    bindingOffset,
                    "binding " + binding + " and type " + type + " are those of no symbol");
        }
        return Symbol.create(meaning.livepatchName(), binding, type, SymbolPlacement.UNDEFINED);
    }
}
