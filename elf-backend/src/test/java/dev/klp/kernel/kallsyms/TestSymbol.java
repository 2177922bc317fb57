package dev.klp.kernel.kallsyms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A symbol as a test puts it into a table. */
public record TestSymbol(long address, char type, String name) {
    private static final String[] PARTS = {
        "__", "init", "_sys", "get", "put", "_lock", "alloc", "free", "x64", "0", "123", "456789", "page", "Z",
        ".isra.", "_show"
    };

    /** Symbols in ascending order from {@code base} on, some at equal addresses, many with equal names. */
    public static List<TestSymbol> random(Random random, int count, long base, int longestName) {
        List<TestSymbol> symbols = new ArrayList<>();
        long address = base;
        for (int i = 0; i < count; i++) {
            symbols.add(new TestSymbol(address, "tTdDbBrRwWA".charAt(random.nextInt(11)), name(random, longestName)));
            address += random.nextInt(5) == 0 ? 0 : random.nextInt(400);
        }
        return symbols;
    }

    static String name(Random random, int longest) {
        int length = random.nextInt(100) == 0 ? longest : 1 + random.nextInt(20);
        StringBuilder name = new StringBuilder();
        while (name.length() < length) {
            name.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return name.substring(0, length);
    }

    static Comparator<TestSymbol> byName() {
        return Comparator.comparing(TestSymbol::name);
    }
}
