package dev.klp.kernel.index;

import dev.klp.kernel.SymbolKind;
import dev.klp.kernel.Traceability;
import dev.klp.kernel.index.NamePool.PooledName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The symbols of one object in the order in which the kernel counts positions, column by column. */
public final class SymbolColumns {
    private final NamePool pool;
    private PooledName[] names;
    private long[] addresses;
    private int[] sizes;
    private char[] sections;
    private byte[] types;
    private byte[] flags;
    private @Nullable String @Nullable [] sourceFiles;
    private int count;

    /**
     * @param pool where the names are kept
     * @param capacity how many symbols are expected
     */
    public SymbolColumns(NamePool pool, int capacity) {
        this.pool = pool;
        names = new PooledName[capacity];
        addresses = new long[capacity];
        sizes = new int[capacity];
        sections = new char[capacity];
        types = new byte[capacity];
        flags = new byte[capacity];
    }

    /**
     * Adds the next symbol.
     *
     * @param name its name, one character per byte
     * @param address its address, or its offset in its section
     * @param sizeBytes its size, 0 if unknown
     * @param section its section as an index into {@link ObjectContents#sections()} plus 1, 0 for none
     * @param type the letter of {@code nm}
     */
    public void add(String name, long address, long sizeBytes, int section, char type, Attributes attributes) {
        if (section < 0 || section > Character.MAX_VALUE) {
            throw new IllegalArgumentException("section " + section);
        }
        reserve();
        names[count] = pool.add(name);
        addresses[count] = address;
        sizes[count] = sizeBytes >>> 32 == 0 ? (int) sizeBytes : 0;
        sections[count] = (char) section;
        types[count] = (byte) type;
        flags[count] = (byte) SymbolRecord.flags(attributes);
        count++;
    }

    /** Says in which source file the symbol last added is. */
    public void setSourceFile(String file) {
        if (sourceFiles == null) {
            sourceFiles = new @Nullable String[names.length];
        }
        sourceFiles[count - 1] = file;
    }

    private void reserve() {
        if (count == names.length) {
            int capacity = Math.max(16, count * 2);
            names = Arrays.copyOf(names, capacity);
            addresses = Arrays.copyOf(addresses, capacity);
            sizes = Arrays.copyOf(sizes, capacity);
            sections = Arrays.copyOf(sections, capacity);
            types = Arrays.copyOf(types, capacity);
            flags = Arrays.copyOf(flags, capacity);
        }
        if (sourceFiles != null && sourceFiles.length < names.length) {
            sourceFiles = Arrays.copyOf(sourceFiles, names.length);
        }
    }

    /** The number of symbols. */
    public int count() {
        return count;
    }

    PooledName name(int index) {
        return names[index];
    }

    long address(int index) {
        return addresses[index];
    }

    int size(int index) {
        return sizes[index];
    }

    int section(int index) {
        return sections[index];
    }

    int type(int index) {
        return types[index];
    }

    int flags(int index) {
        return flags[index];
    }

    @Nullable
    String sourceFile(int index) {
        return sourceFiles == null ? null : sourceFiles[index];
    }

    boolean hasSourceFiles() {
        return sourceFiles != null;
    }

    /** Whether an address doesn't fit into 32 bits. */
    boolean needsHighAddresses() {
        for (int i = 0; i < count; i++) {
            if (addresses[i] >>> 32 != 0) {
                return true;
            }
        }
        return false;
    }

    /** What is known of a symbol besides its place. */
    public record Attributes(SymbolKind kind, boolean global, boolean weak, boolean init, Traceability traceability) {}
}
