package dev.klp.kernel.index;

import dev.klp.kernel.index.NamePool.PooledName;
import java.util.List;
import java.util.zip.Deflater;

/** The BTF of one object, and the names in it. */
public final class TypeContents {
    /** The highest level saves a tenth of the size and takes three times as long. */
    private static final int LEVEL = 2;

    private final byte[] stored;
    private final int sizeBytes;
    private final boolean deflated;
    private final PooledName[] names;
    private final int[] ids;

    private TypeContents(byte[] stored, int sizeBytes, boolean deflated, PooledName[] names, int[] ids) {
        this.stored = stored;
        this.sizeBytes = sizeBytes;
        this.deflated = deflated;
        this.names = names;
        this.ids = ids;
    }

    private static PooledName[] pooled(NamePool pool, List<String> names) {
        return names.stream().map(pool::add).toArray(PooledName[]::new);
    }

    /**
     * Keeps BTF as it is, to be read in place.
     *
     * @param btf its bytes
     * @param pool where the names are kept
     * @param names the names of its functions and variables
     * @param ids the type ids of these, in the same order
     */
    public static TypeContents plain(byte[] btf, NamePool pool, List<String> names, int[] ids) {
        return new TypeContents(btf, btf.length, false, pooled(pool, names), ids);
    }

    /** Keeps BTF deflated; otherwise as {@link #plain}. */
    public static TypeContents deflated(byte[] btf, NamePool pool, List<String> names, int[] ids) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(btf);
            deflater.finish();
            ByteSink sink = new ByteSink(btf.length / 2 + 64);
            byte[] chunk = new byte[1 << 14];
            while (!deflater.finished()) {
                sink.append(chunk, 0, deflater.deflate(chunk));
            }
            byte[] stored = new byte[sink.size()];
            sink.content().get(stored);
            return new TypeContents(stored, btf.length, true, pooled(pool, names), ids);
        } finally {
            deflater.end();
        }
    }

    /** The bytes as they go into the file. */
    byte[] stored() {
        return stored;
    }

    /** The size before deflating. */
    int sizeBytes() {
        return sizeBytes;
    }

    boolean isDeflated() {
        return deflated;
    }

    int nameCount() {
        return names.length;
    }

    PooledName name(int index) {
        return names[index];
    }

    int id(int index) {
        return ids[index];
    }
}
