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
        private final String text;
        private int number;

        private PooledName(String text) {
            this.text = text;
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
            return text.compareTo(other.text);
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
