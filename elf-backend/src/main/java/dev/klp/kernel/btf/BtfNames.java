package dev.klp.kernel.btf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the types of a name. A hash table of type ids is made at the first question; names are compared in place. */
final class BtfNames {
    /** What one name can stand for at the same time. */
    enum Space {
        FUNCTION,
        VARIABLE,
        TAG,
        TYPEDEF;

        private static @Nullable Space of(BtfKind kind) {
            return switch (kind) {
                case FUNC -> FUNCTION;
                case VAR -> VARIABLE;
                case STRUCT, UNION, ENUM, ENUM64, FWD -> TAG;
                case TYPEDEF, INT, FLOAT -> TYPEDEF;
                default -> null;
            };
        }
    }

    private final Btf btf;
    private int @Nullable [] table;

    BtfNames(Btf btf) {
        this.btf = btf;
    }

    /** The types of a name in one space, first this BTF's own in ascending order, then the base's. */
    int[] find(String name, Space space) throws BtfFormatException {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return new int[0];
        }
        int[] own = own(name.getBytes(StandardCharsets.UTF_8), space);
        Btf base = btf.base();
        if (base == null) {
            return own;
        }
        int[] below = base.names().find(name, space);
        return IntStream.concat(Arrays.stream(own), Arrays.stream(below)).toArray();
    }

    private int[] own(byte[] name, Space space) throws BtfFormatException {
        int[] slots = table();
        int[] found = new int[4];
        int count = 0;
        for (int slot = BtfStrings.hash(name) & slots.length - 1;
                slots[slot] != 0;
                slot = slot + 1 & slots.length - 1) {
            int id = slots[slot];
            if (Space.of(btf.kind(id)) == space && btf.strings().matches(btf.nameOffset(id), name, btf.nameField(id))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = id;
            }
        }
        int[] ids = Arrays.copyOf(found, count);
        Arrays.sort(ids);
        return ids;
    }

    /** Two threads may make it at once; both make the same one, and an array of ints is published whole or not seen. */
    private int[] table() throws BtfFormatException {
        int[] known = table;
        if (known != null) {
            return known;
        }
        int named = 0;
        for (int id = btf.firstId(); id < btf.endId(); id++) {
            if (isNamed(id)) {
                named++;
            }
        }
        int[] slots = new int[Integer.highestOneBit(Math.max(named, 4)) << 2];
        for (int id = btf.firstId(); id < btf.endId(); id++) {
            if (isNamed(id)) {
                int slot = btf.strings().hash(btf.nameOffset(id), btf.nameField(id)) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = id;
            }
        }
        table = slots;
        return slots;
    }

    private boolean isNamed(int id) throws BtfFormatException {
        return Space.of(btf.kind(id)) != null && btf.nameOffset(id) != 0;
    }
}
