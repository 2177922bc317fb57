package dev.klp.kernel.index;

import dev.klp.diagnostics.NearMisses;
import dev.klp.kernel.index.IndexFormat.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the names that a wrong name may be meant to be.
 *
 * @param index the index
 * @param first the first of the symbols whose names count
 * @param end the one after the last
 */
record NearNames(MappedKernelIndex index, int first, int end) {
    List<String> of(String wrong) {
        byte[] wanted = NameTable.bytesOf(wrong);
        Letters letters = Letters.of(wanted);
        int limit = Math.max(2, wanted.length / 4);
        List<String> candidates = new ArrayList<>();
        NameCursor cursor = index.names().cursor();
        BitSet numbers = nameNumbers();
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            cursor.to(number);
            if (Math.abs(cursor.length() - wanted.length) <= limit && letters.isWithin(cursor, limit)) {
                candidates.add(cursor.name());
            }
        }
        return NearMisses.of(wrong, candidates);
    }

    /** The names of the symbols; walking over them in their own order decodes each block of names once. */
    private BitSet nameNumbers() {
        BitSet numbers = new BitSet(index.names().count());
        Region symbols = index.file().region(Part.SYMBOLS);
        for (int i = first; i < end; i++) {
            long at = (long) i * SymbolRecord.BYTES;
            int number = symbols.i32(at + SymbolRecord.NAME);
            if (number < 0 || number >= index.names().count()) {
                throw symbols.file().damaged(symbols.offset() + at, "a symbol has a name that is not there");
            }
            numbers.set(number);
        }
        return numbers;
    }

    /**
     * How often each letter occurs. Two names at a distance of n differ by at most n letters in either direction, because each
     * insertion, deletion or substitution adds or removes one and a swap none; most candidates fail here.
     */
    private record Letters(int[] counts) {
        static Letters of(byte[] name) {
            int[] counts = new int[256];
            for (byte letter : name) {
                counts[letter & 0xFF]++;
            }
            return new Letters(counts);
        }

        boolean isWithin(NameCursor name, int limit) {
            int strange = 0;
            int seen = 0;
            while (seen < name.length() && strange <= limit) {
                if (--counts[name.byteAt(seen++) & 0xFF] < 0) {
                    strange++;
                }
            }
            for (int i = 0; i < seen; i++) {
                counts[name.byteAt(i) & 0xFF]++;
            }
            return strange <= limit;
        }
    }
}
