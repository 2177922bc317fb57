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
    /** Two threads may make it at once; both make the same. */
    private volatile @Nullable Table table;

    /**
     * Chains of types whose names have one hash, in ascending order. Types of one name make a long chain, but cost no
     * more to insert than others.
     *
     * @param first the first id of each chain, 0 for none; the length is a power of two
     * @param next what follows each type of this BTF in its chain, or 0
     */
    private record Table(int[] first, int[] next) {}

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
        Table known = table();
        int[] found = new int[4];
        int count = 0;
        int id = known.first()[BtfStrings.hash(name) & known.first().length - 1];
        for (; id != 0; id = known.next()[id - btf.firstId()]) {
            if (Space.of(btf.kind(id)) == space && btf.strings().matches(btf.nameOffset(id), name, btf.nameField(id))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = id;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private Table table() throws BtfFormatException {
        Table known = table;
        if (known == null) {
            known = make();
            table = known;
        }
        return known;
    }

    private Table make() throws BtfFormatException {
        int types = btf.endId() - btf.firstId();
        int[] first = new int[Integer.highestOneBit(Math.max(types, 8))];
        int[] next = new int[types];
        // From the last to the first, so that each chain ascends.
        for (int id = btf.endId() - 1; id >= btf.firstId(); id--) {
            if (Space.of(btf.kind(id)) != null && btf.nameOffset(id) != 0) {
                int chain = btf.strings().hash(btf.nameOffset(id), btf.nameField(id)) & first.length - 1;
                next[id - btf.firstId()] = first[chain];
                first[chain] = id;
            }
        }
        return new Table(first, next);
    }
}
