package dev.klp.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What a wrong name was perhaps meant to be.
 *
 * <p>The measure is the Damerau-Levenshtein distance in its restricted form (optimal string alignment): the least number
 * of insertions, deletions, substitutions and swaps of two neighbours, no character touched twice. A candidate is near
 * at a distance of at most a quarter of the wrong name's length, and at most two for short names.
 */
public final class NearMisses {
    private static final int MOST = 3;

    private NearMisses() {}

    /** The nearest candidates, at most three, the nearest first and in alphabetical order at one distance. */
    public static List<String> of(String wrong, Collection<String> candidates) {
        int limit = Math.max(2, wrong.length() / 4);
        record Near(String name, int distance) {}
        return candidates.stream()
                .distinct()
                .map(candidate -> new Near(candidate, distance(wrong, candidate, limit)))
                // A name of which every letter is another one is no near miss, however short it is.
                .filter(near -> near.distance() <= limit
                        && near.distance()
                                < Math.max(wrong.length(), near.name().length()))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    /** A help line naming the near misses, or no line where there are none. */
    public static List<Hint> help(String wrong, Collection<String> candidates) {
        List<String> near = of(wrong, candidates);
        return near.isEmpty() ? List.of() : List.of(Hint.help("did you mean '" + String.join("', '", near) + "'?"));
    }

    /**
     * The distance of two strings, or {@code limit + 1} where it is greater than that. Only the cells within
     * {@code limit} of the diagonal are computed, so a far candidate among a kernel's 10<sup>5</sup> names is cheap.
     */
    static int distance(String a, String b, int limit) {
        int beyond = limit + 1;
        if (Math.abs(a.length() - b.length()) > limit) {
            return beyond;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = Math.min(j, beyond);
        }
        for (int i = 1; i <= a.length(); i++) {
            int from = Math.max(1, i - limit);
            int to = Math.min(b.length(), i + limit);
            row[from - 1] = from == 1 ? Math.min(i, beyond) : beyond;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int best = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                row[j] = Math.min(best, beyond);
                least = Math.min(least, row[j]);
            }
            if (to < b.length()) {
                row[to + 1] = beyond;
            }
            if (least > limit && i > 1 && minimum(last, from, to) > limit) {
                return beyond;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private static int minimum(int[] values, int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int i = from - 1; i <= to; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }
}
