package dev.klp.kernel.index;

import java.util.zip.Deflater;

/**
 * The BTF of one object.
 *
 * @param stored its bytes, as they are or deflated
 * @param sizeBytes its size as it was
 * @param deflated whether {@code stored} is deflated
 * @param names the names of its functions and variables
 * @param ids the type ids of these, in the same order
 */
public record TypeContents(byte[] stored, int sizeBytes, boolean deflated, String[] names, int[] ids) {
    /** Beyond this level the size hardly shrinks and the time doubles. */
    private static final int LEVEL = 4;

    /** Keeps BTF as it is, to be read in place. */
    public static TypeContents plain(byte[] btf, String[] names, int[] ids) {
        return new TypeContents(btf, btf.length, false, names, ids);
    }

    /** Keeps BTF deflated. */
    public static TypeContents deflated(byte[] btf, String[] names, int[] ids) {
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
            return new TypeContents(stored, btf.length, true, names, ids);
        } finally {
            deflater.end();
        }
    }
}
