package dev.klp.kernel.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The types of one kernel object. Those of a module stand on a base, the types of vmlinux: ids below {@link #firstId()}
 * are the base's.
 *
 * <p>Opening walks over the records once and remembers where each starts; everything else is read in place, when asked
 * for, and checked then. So every accessor throws {@link BtfFormatException} when the bytes break the format. Instances
 * are immutable and safe for use by several threads, as long as nobody writes to the bytes.
 */
public final class Btf {
    private final String source;
    private final ByteBuffer bytes;
    private final @Nullable Btf base;
    private final BtfStrings strings;
    private final int firstId;
    private final int[] offsets;
    private final BtfNames names;

    private Btf(String source, ByteBuffer bytes, BtfHeader header, @Nullable Btf base) throws BtfFormatException {
        this.source = source;
        this.bytes = bytes;
        this.base = base;
        this.strings = BtfStrings.of(source, bytes, header, base == null ? null : base.strings);
        this.firstId = base == null ? 1 : base.endId();
        this.offsets = BtfTable.scan(source, bytes, header, firstId);
        this.names = new BtfNames(this);
    }

    /**
     * Opens the BTF of vmlinux.
     *
     * @param source the file that it comes from, for messages
     * @param bytes the BTF from the buffer's position to its limit; kept, not copied
     */
    public static Btf parse(String source, ByteBuffer bytes) throws BtfFormatException {
        return open(source, bytes, null);
    }

    /**
     * Opens the split BTF of a module.
     *
     * @param source the file that it comes from, for messages
     * @param bytes the BTF from the buffer's position to its limit; kept, not copied
     * @param base the BTF of the vmlinux that the module was built for, and of no other build
     */
    public static Btf parse(String source, ByteBuffer bytes, Btf base) throws BtfFormatException {
        return open(source, bytes, base);
    }

    /**
     * Whether BTF stands on a base: only the strings of a base begin with the empty one ({@code btf_new_empty} in
     * tools/lib/bpf/btf.c).
     *
     * @param source the file that it comes from, for messages
     * @param bytes the BTF from the buffer's position to its limit
     * @throws BtfFormatException if it is no BTF
     */
    public static boolean isSplit(String source, ByteBuffer bytes) throws BtfFormatException {
        ByteBuffer whole = bytes.slice();
        BtfHeader header = BtfHeader.parse(source, whole);
        return header.stringsBytes() == 0 || whole.get(header.stringsOffset()) != 0;
    }

    private static Btf open(String source, ByteBuffer bytes, @Nullable Btf base) throws BtfFormatException {
        ByteBuffer whole = bytes.slice();
        BtfHeader header = BtfHeader.parse(source, whole);
        return new Btf(source, whole.order(header.order()), header, base);
    }

    /** The file that the BTF comes from, as messages name it. */
    public String source() {
        return source;
    }

    /** The byte order of the file. */
    public ByteOrder order() {
        return bytes.order();
    }

    /** What this BTF stands on, or null. */
    public @Nullable Btf base() {
        return base;
    }

    /** The id of the first type of this BTF itself: 1, or the first one beyond the base. */
    public int firstId() {
        return firstId;
    }

    /** The first id beyond the last type. */
    public int endId() {
        return firstId + offsets.length;
    }

    /** The kind of a type. */
    public BtfKind kind(int id) throws BtfFormatException {
        return id == 0 ? BtfKind.VOID : BtfKind.of(BtfRecord.kind(word(id, BtfRecord.INFO)));
    }

    /** The name of a type, empty if it has none. */
    public String name(int id) throws BtfFormatException {
        if (id == 0) {
            return "";
        }
        Btf owner = owner(id);
        int at = owner.offsets[id - owner.firstId] + BtfRecord.NAME;
        return owner.strings.at(owner.bytes.getInt(at), at);
    }

    /**
     * The type that a pointer, typedef, qualifier, tag, function or variable refers to, or that a function type returns.
     *
     * @throws IllegalArgumentException if the type is of another kind
     */
    public int target(int id) throws BtfFormatException {
        if (!kind(id).refersToType()) {
            throw new IllegalArgumentException("[" + id + "] is " + kind(id) + " and refers to no type");
        }
        return word(id, BtfRecord.SIZE_OR_TYPE);
    }

    /**
     * The size in bytes that a basic type, structure, union, enumeration or section says.
     *
     * @throws IllegalArgumentException if the type is of another kind
     */
    public long sizeBytes(int id) throws BtfFormatException {
        if (!kind(id).hasSize()) {
            throw new IllegalArgumentException("[" + id + "] is " + kind(id) + " and says no size");
        }
        return Integer.toUnsignedLong(word(id, BtfRecord.SIZE_OR_TYPE));
    }

    /** A type with everything that its record says. */
    public BtfType type(int id) throws BtfFormatException {
        if (id == 0) {
            return new BtfType.Void();
        }
        Btf owner = owner(id);
        return new BtfDecoder(owner.source, owner.bytes, owner.strings, owner.offsets[id - owner.firstId]).decode();
    }

    /**
     * The type itself without qualifiers, tags and typedefs around it.
     *
     * @throws BtfFormatException also if they form a cycle
     */
    public int resolve(int id) throws BtfFormatException {
        int at = id;
        for (int steps = 0; steps <= BtfLimits.NESTING; steps++) {
            BtfKind kind = kind(at);
            if (!kind.isModifier() && kind != BtfKind.TYPEDEF) {
                return at;
            }
            at = target(at);
        }
        throw tooDeep(id);
    }

    /**
     * The functions of a name: those of this BTF, then those of its base. A module's function whose name and type equal
     * one of vmlinux is in the base only. There are several where functions of one name differ in their type or in the
     * names of their parameters.
     *
     * @return ids of {@link BtfType.Function}s
     */
    public int[] functions(String name) throws BtfFormatException {
        return names.find(name, BtfNames.Space.FUNCTION);
    }

    /** The variables of a name, of this BTF and then of its base: ids of {@link BtfType.Variable}s. */
    public int[] variables(String name) throws BtfFormatException {
        return names.find(name, BtfNames.Space.VARIABLE);
    }

    /** The structures, unions, enumerations and forward declarations of a tag, of this BTF and then of its base. */
    public int[] tags(String name) throws BtfFormatException {
        return names.find(name, BtfNames.Space.TAG);
    }

    /** The typedefs and basic types of a name, of this BTF and then of its base. */
    public int[] typedefs(String name) throws BtfFormatException {
        return names.find(name, BtfNames.Space.TYPEDEF);
    }

    /** An exception about a type whose nesting has no end, or too late a one. */
    public BtfFormatException tooDeep(int id) {
        return problem(id, "is nested deeper than " + BtfLimits.NESTING + " levels, or within itself");
    }

    /**
     * An exception about a type.
     *
     * @param problem what is wrong with it, to be read after its id
     */
    public BtfFormatException problem(int id, String problem) {
        Btf owner = this;
        while (owner.base != null && id < owner.firstId) {
            owner = owner.base;
        }
        int index = id - owner.firstId;
        long offset = index >= 0 && index < owner.offsets.length ? owner.offsets[index] : 0;
        return new BtfFormatException(owner.source, offset, "type [" + id + "] " + problem);
    }

    /** The bytes of this BTF alone, in its byte order. */
    ByteBuffer bytes() {
        return bytes.duplicate().order(bytes.order());
    }

    BtfNames names() {
        return names;
    }

    BtfStrings strings() {
        return strings;
    }

    /** Where the name of one of this BTF's own types stands in the bytes. */
    int nameField(int id) {
        return offsets[id - firstId] + BtfRecord.NAME;
    }

    /** The name's offset among the strings, for one of this BTF's own types. */
    int nameOffset(int id) {
        return bytes.getInt(nameField(id));
    }

    private int word(int id, int field) throws BtfFormatException {
        Btf owner = owner(id);
        return owner.bytes.getInt(owner.offsets[id - owner.firstId] + field);
    }

    private Btf owner(int id) throws BtfFormatException {
        if (id <= 0 || id >= endId()) {
            throw new BtfFormatException(
                    source, 0, "there is no type [" + id + "], the last one is [" + (endId() - 1) + "]");
        }
        Btf owner = this;
        while (owner.base != null && id < owner.firstId) {
            owner = owner.base;
        }
        return owner;
    }
}
