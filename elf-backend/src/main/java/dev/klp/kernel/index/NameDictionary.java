package dev.klp.kernel.index;

import dev.klp.kernel.index.NamePool.PooledName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers the names of all symbols in sorted order and writes them down. */
final class NameDictionary {
    private final PooledName[] names;

    private NameDictionary(PooledName[] names) {
        this.names = names;
    }

    /** Numbers every name of a pool, to which nothing may be added from now on. */
    static NameDictionary of(NamePool pool) {
        PooledName[] names = pool.all();
        Arrays.parallelSort(names);
        for (int i = 0; i < names.length; i++) {
            names[i].setNumber(i);
        }
        return new NameDictionary(names);
    }

    int count() {
        return names.length;
    }

    /** Writes {@link IndexFormat.Part#NAME_BLOCKS} and {@link IndexFormat.Part#NAME_BYTES}. */
    void write(ByteSink blocks, ByteSink bytes) {
        byte[] previous = {};
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i].text().getBytes(StandardCharsets.ISO_8859_1);
            int shared = 0;
            if (i % IndexFormat.NAMES_PER_BLOCK == 0) {
                blocks.u32(bytes.size());
            } else {
                int mismatch = Arrays.mismatch(previous, name);
                shared = mismatch < 0 ? name.length : mismatch;
            }
            bytes.uleb(shared).uleb(name.length - shared).append(name, shared, name.length - shared);
            previous = name;
        }
    }
}
