package dev.klp.elf.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Where names stand in a string table that grows: at an equal string, at the end of a longer one, or appended. Linear in
 * the size of the table and of the names: one pass from the end computes a hash of every suffix on the way.
 */
final class StringPlacement {
    private static final int FILTER_BITS = 20;

    private final ByteBuffer existing;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final ByteArrayOutputStream appended = new ByteArrayOutputStream();

    private StringPlacement(ByteBuffer existing) {
        this.existing = existing;
    }

    /** Finds or makes a place for each name. */
    static StringPlacement of(ByteBuffer existing, Collection<String> names) {
        StringPlacement placement = new StringPlacement(existing);
        LinkedHashSet<String> wanted = new LinkedHashSet<>(names);
        if (!wanted.isEmpty()) {
            placement.findExisting(wanted);
            placement.append(wanted);
        }
        return placement;
    }

    private void findExisting(LinkedHashSet<String> wanted) {
        Map<Integer, List<Name>> byHash = new HashMap<>();
        BitSet filter = new BitSet(1 << FILTER_BITS);
        for (String text : wanted) {
            Name name = Name.of(text);
            byHash.computeIfAbsent(name.hash, hash -> new ArrayList<>()).add(name);
            filter.set(name.hash >>> (Integer.SIZE - FILTER_BITS));
        }
        boolean ended = false;
        int hash = 0;
        int length = 0;
        for (int at = existing.limit() - 1; at >= 0; at--) {
            byte value = existing.get(at);
            ended |= value == 0;
            hash = value == 0 ? 0 : Name.prepend(value, hash);
            length = value == 0 ? 0 : length + 1;
            if (ended && filter.get(hash >>> (Integer.SIZE - FILTER_BITS))) {
                for (Name name : byHash.getOrDefault(hash, List.of())) {
                    if (name.isAt(existing, at, length)) {
                        offsets.put(name.text, at);
                    }
                }
            }
        }
    }

    private void append(LinkedHashSet<String> wanted) {
        if (existing.limit() == 0 || existing.get(existing.limit() - 1) != 0) {
            appended.write(0);
        }
        for (String text : wanted) {
            if (!offsets.containsKey(text)) {
                offsets.put(text, size());
                appended.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                appended.write(0);
            }
        }
    }

    /** The place of a name that was asked for. */
    int offsetOf(String name) {
        Integer offset = offsets.get(name);
        if (offset == null) {
            throw new IllegalStateException("no place was asked for '" + name + "'");
        }
        return offset;
    }

    /** The size of the table in bytes, what is appended included. */
    int size() {
        return Math.addExact(existing.limit(), appended.size());
    }

    /** The bytes as they were. */
    ByteBuffer existing() {
        return existing.duplicate();
    }

    /** The bytes that follow them. */
    ByteBuffer appended() {
        return ByteBuffer.wrap(appended.toByteArray());
    }

    /** A name with a hash that can be computed from its last byte to its first. */
    private record Name(String text, byte[] bytes, int hash) {
        static Name of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int hash = 0;
            for (int i = bytes.length - 1; i >= 0; i--) {
                hash = prepend(bytes[i], hash);
            }
            return new Name(text, bytes, hash);
        }

        static int prepend(byte value, int hash) {
            return value + hash * 0x0100_0193;
        }

        boolean isAt(ByteBuffer table, int at, int length) {
            if (length != bytes.length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (table.get(at + i) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
