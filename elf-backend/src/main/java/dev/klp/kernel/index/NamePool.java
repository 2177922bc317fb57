package dev.klp.kernel.index;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of one kernel's symbols, each kept once. Several threads may add names at once; a name is looked up once per symbol, and
 * never again when the index is written.
 */
public final class NamePool {
    private final ConcurrentHashMap<String, PooledName> names = new ConcurrentHashMap<>();

    /** The entry of a name, one character per byte. */
    PooledName add(String text) {
        PooledName known = names.get(text);
        if (known != null) {
            return known;
        }
        PooledName added = new PooledName(text);
        PooledName other = names.putIfAbsent(text, added);
        return other == null ? added : other;
    }

    /** All names in any order. */
    PooledName[] all() {
        return names.values().toArray(PooledName[]::new);
    }

    /** One name, and its number once all names are known. */
    static final class PooledName implements Comparable<PooledName> {
        private static final int PREFIX = 8;

        private final String text;
        /** The first bytes as a number that sorts as they do: most comparisons need not look at the text. */
        private final long prefix;

        private int number;

        private PooledName(String text) {
            this.text = text;
            this.prefix = prefix(text);
        }

        private static long prefix(String text) {
            long prefix = 0;
            for (int i = 0; i < PREFIX; i++) {
                prefix = prefix << 8 | (i < text.length() ? text.charAt(i) : 0);
            }
            return prefix;
        }

        String text() {
            return text;
        }

        int number() {
            return number;
        }

        void setNumber(int number) {
            this.number = number;
        }

        @Override
        public int compareTo(PooledName other) {
            int order = Long.compareUnsigned(prefix, other.prefix);
            return order != 0 ? order : text.compareTo(other.text);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }
}
