package dev.klp.kernel.kallsyms;

import dev.klp.kernel.image.AddressMap;
import org.jspecify.annotations.Nullable;

/**
 * Linux 7.2, and whatever came before it after January 2026, when the change was proposed, where words have 64 bits or the kernel is relocatable: num_syms, names, markers, token_table, token_index, offsets,
 * seqs_of_names, all aligned to 4 bytes. An offset is the signed distance of the symbol from the place of the offset itself.
 */
final class PlaceRelativeOffsets implements AddressTable {
    @Override
    public String layout() {
        return "offsets from their own place (Linux 7.2)";
    }

    @Override
    public long @Nullable [] read(Surroundings tables) {
        int start = Tables.alignUp(tables.tokensEnd(), Integer.BYTES);
        int count = tables.count();
        AddressMap map = tables.addressMap();
        if (!tables.isInside(start, (long) Integer.BYTES * count) || !map.isLoaded(start)) {
            return null;
        }
        long place = map.addressOf(start);
        long mask = tables.wordSize() == Long.BYTES ? -1 : 0xffff_ffffL;
        long[] addresses = new long[count];
        Ascent ascent = new Ascent();
        for (int i = 0; i < count; i++) {
            long distance = tables.bytes().getInt(start + Integer.BYTES * i);
            addresses[i] = place + (long) Integer.BYTES * i + distance & mask;
            if (!ascent.accept(addresses[i])) {
                return null;
            }
        }
        return ascent.isList() && areMostlyLoaded(addresses, map) ? addresses : null;
    }

    /**
     * Tells these from absolute addresses of 32 bits, which ascend just as well when a place is added to them. All but variables
     * without a value have bytes in the image.
     */
    private static boolean areMostlyLoaded(long[] addresses, AddressMap map) {
        int loaded = 0;
        for (long address : addresses) {
            if (map.offsetOf(address) >= 0) {
                loaded++;
            }
        }
        return 2L * loaded > addresses.length;
    }
}
