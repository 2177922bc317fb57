package dev.klp.kernel.index;

import dev.klp.kernel.KernelSymbol;
import dev.klp.kernel.index.IndexFormat.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The symbols of one object in the order of their addresses. */
final class AddressNeighbours {
    /** What objtool puts before functions when calls are padded (tools/objtool/check.c, {@code add_prefix_symbol}). */
    private static final String PADDING = "__pfx_";

    private final MappedObject object;
    private final Region order;

    AddressNeighbours(MappedObject object) {
        this.object = object;
        this.order = object.index().file().region(Part.ADDRESS_ORDER);
    }

    /** The symbol at a rank, from 0. */
    private MappedSymbol at(int rank) {
        int index = order.i32((object.firstSymbol() + (long) rank) * Integer.BYTES);
        if (index < 0 || index >= object.symbolCount()) {
            throw order.file().damaged(order.offset(), "the order of addresses refers to a symbol that is not there");
        }
        return object.symbolAt(index);
    }

    /** The rank of a symbol. */
    private int rank(MappedSymbol symbol) {
        int low = 0;
        int high = object.symbolCount() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(at(middle), symbol) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(MappedSymbol a, MappedSymbol b) {
        int bySection = Integer.compare(a.sectionNumber(), b.sectionNumber());
        int byAddress = bySection != 0 ? bySection : Long.compareUnsigned(a.address(), b.address());
        return byAddress != 0 ? byAddress : Integer.compare(a.index(), b.index());
    }

    /** The other symbols at the address of one. */
    List<MappedSymbol> sharing(MappedSymbol symbol) {
        List<MappedSymbol> found = new ArrayList<>();
        int rank = rank(symbol);
        for (int i = rank - 1; i >= 0 && at(i).isAtPlaceOf(symbol); i--) {
            found.add(0, at(i));
        }
        for (int i = rank + 1; i < object.symbolCount() && at(i).isAtPlaceOf(symbol); i++) {
            found.add(at(i));
        }
        return found;
    }

    /** The nearest symbol at another address, before (-1) or after (1), or null at the end of the section. */
    @Nullable
    MappedSymbol next(MappedSymbol symbol, int step) {
        for (int i = rank(symbol) + step; i >= 0 && i < object.symbolCount(); i += step) {
            MappedSymbol candidate = at(i);
            if (candidate.sectionNumber() != symbol.sectionNumber()) {
                return null;
            }
            if (!candidate.isAtPlaceOf(symbol) && !isPadding(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    List<KernelSymbol> around(MappedSymbol symbol, int before, int after) {
        List<KernelSymbol> found = new ArrayList<>();
        int rank = rank(symbol);
        collect(found, symbol, rank, -1, before);
        found.add(symbol);
        collect(found, symbol, rank, 1, after);
        return found;
    }

    private void collect(List<KernelSymbol> found, MappedSymbol symbol, int rank, int step, int limit) {
        int taken = 0;
        for (int i = rank + step; taken < limit && i >= 0 && i < object.symbolCount(); i += step) {
            MappedSymbol candidate = at(i);
            if (candidate.sectionNumber() != symbol.sectionNumber()) {
                return;
            }
            if (!isPadding(candidate)) {
                found.add(step < 0 ? 0 : found.size(), candidate);
                taken++;
            }
        }
    }

    private static boolean isPadding(KernelSymbol symbol) {
        return symbol.name().startsWith(PADDING);
    }
}
