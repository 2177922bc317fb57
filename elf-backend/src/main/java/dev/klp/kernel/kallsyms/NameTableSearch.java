package dev.klp.kernel.kallsyms;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names that belong to a token table. The markers end where the token table starts or, between Linux 6.2 and 6.4 and in
 * stable kernels that took it over, where {@code kallsyms_seqs_of_names} starts, which has three bytes for each name. The names
 * end where the markers start, and the word before the first name is their number.
 */
final class NameTableSearch {
    private static final int SEQUENCE_BYTES = 3;
    /** Tables are aligned to words, and names end with padding of less than one. */
    private static final int LARGEST_WORD = Long.BYTES;
    /** How many places that look like markers are compared with names before it is given up. */
    private static final int MOST_COMPARISONS = 64;

    private final ByteBuffer bytes;
    private final int tokens;

    /**
     * @param bytes the image in the byte order of the token table
     * @param tokens where the token table starts
     */
    NameTableSearch(ByteBuffer bytes, int tokens) {
        this.bytes = bytes;
        this.tokens = tokens;
    }

    @Nullable
    NameTable find() {
        NameTable adjacent = findBeforeTokens();
        return adjacent == null ? findBeforeSequences() : adjacent;
    }

    private @Nullable NameTable findBeforeTokens() {
        NameTable padded = findBefore(tokens - Integer.BYTES, Integer.BYTES);
        if (padded != null && bytes.getInt(tokens - Integer.BYTES) == 0) {
            return padded;
        }
        NameTable exact = findBefore(tokens, Integer.BYTES);
        return exact == null ? findBefore(tokens, Long.BYTES) : exact;
    }

    private @Nullable NameTable findBefore(int end, int width) {
        MarkerTable markers = MarkerTable.endingAt(bytes, end, width);
        if (markers.count() == 0) {
            return null;
        }
        int most = markers.count() * NameTable.NAMES_PER_MARKER;
        return namesBefore(markers, most - NameTable.NAMES_PER_MARKER + 1, most);
    }

    private @Nullable NameTable findBeforeSequences() {
        int comparisons = 0;
        for (int count = 1; comparisons < MOST_COMPARISONS; count++) {
            int entries = (count + NameTable.NAMES_PER_MARKER - 1) / NameTable.NAMES_PER_MARKER;
            long needed = (long) count * SEQUENCE_BYTES + (long) entries * Integer.BYTES + 2L * count;
            if (needed > tokens) {
                return null;
            }
            for (int alignment = Integer.BYTES; alignment <= LARGEST_WORD; alignment *= 2) {
                int sequences = tokens - Tables.alignUp(count * SEQUENCE_BYTES, alignment);
                for (int padding = 0; padding < alignment; padding += Integer.BYTES) {
                    MarkerTable markers =
                            new MarkerTable(sequences - padding - entries * Integer.BYTES, entries, Integer.BYTES);
                    if (markers.isPlausible(bytes)) {
                        comparisons++;
                        NameTable names = namesBefore(markers, count, count);
                        if (names != null) {
                            return names;
                        }
                    }
                }
            }
        }
        return null;
    }

    /** The names before {@code markers} whose number is between {@code fewest} and {@code most}, or null. */
    private @Nullable NameTable namesBefore(MarkerTable markers, int fewest, int most) {
        int latest = markers.start() - markers.last(bytes);
        int earliest =
                Math.max(LARGEST_WORD, latest - NameTable.NAMES_PER_MARKER * MarkerTable.LONGEST_ENTRY - LARGEST_WORD);
        for (int start = latest & -Integer.BYTES; start >= earliest; start -= Integer.BYTES) {
            long count = countBefore(start);
            if (count >= fewest && count <= most) {
                NameTable names = NameTable.walk(bytes, start, (int) count, markers);
                if (names != null) {
                    return names;
                }
            }
        }
        return null;
    }

    /**
     * {@code kallsyms_num_syms} before the names at {@code start}: a word until Linux 4.20, then 32 bits, which padding follows
     * where words have 64.
     */
    private long countBefore(int start) {
        int near = bytes.getInt(start - Integer.BYTES);
        return Integer.toUnsignedLong(near == 0 ? bytes.getInt(start - Long.BYTES) : near);
    }
}
