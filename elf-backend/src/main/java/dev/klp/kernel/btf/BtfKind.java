package dev.klp.kernel.btf;

/**
 * The kinds of BTF type, {@code BTF_KIND_*} of {@code include/uapi/linux/btf.h}, with the Linux release that brought
 * each. Every record starts with the 12 bytes of {@code struct btf_type}; what follows depends on the kind.
 */
public enum BtfKind {
    /** No type: {@code void}, and the end of a variadic parameter list. Never stored; it is type 0. */
    VOID(0, 0, 0),
    /** An integer, 4.18. */
    INT(1, 4, 0),
    /** A pointer, 4.18. */
    PTR(2, 0, 0),
    /** An array: {@code struct btf_array}, 4.18. */
    ARRAY(3, 12, 0),
    /** A structure followed by {@code struct btf_member}s, 4.18. */
    STRUCT(4, 0, 12),
    /** A union followed by {@code struct btf_member}s, 4.18. */
    UNION(5, 0, 12),
    /** An enumeration of at most 32 bits followed by {@code struct btf_enum}s, 4.18. */
    ENUM(6, 0, 8),
    /** A structure or union known by its tag only, 4.18. */
    FWD(7, 0, 0),
    /** A typedef, 4.18. */
    TYPEDEF(8, 0, 0),
    /** The qualifier {@code volatile}, 4.18. */
    VOLATILE(9, 0, 0),
    /** The qualifier {@code const}, 4.18. */
    CONST(10, 0, 0),
    /** The qualifier {@code restrict}, 4.18. */
    RESTRICT(11, 0, 0),
    /** A function of the program text, 5.0. */
    FUNC(12, 0, 0),
    /** A function type followed by {@code struct btf_param}s, 5.0. */
    FUNC_PROTO(13, 0, 8),
    /** A variable: {@code struct btf_var}, 5.2. */
    VAR(14, 4, 0),
    /** A section followed by {@code struct btf_var_secinfo}s, 5.2. */
    DATASEC(15, 0, 12),
    /** A floating-point number, 5.13. */
    FLOAT(16, 0, 0),
    /** {@code btf_decl_tag("...")} on a declaration: {@code struct btf_decl_tag}, 5.16. */
    DECL_TAG(17, 4, 0),
    /** {@code btf_type_tag("...")} on a type, 5.17. */
    TYPE_TAG(18, 0, 0),
    /** An enumeration of 64 bits followed by {@code struct btf_enum64}s, 6.0. */
    ENUM64(19, 0, 12);

    private static final BtfKind[] BY_NUMBER = values();

    static {
        for (int number = 0; number < BY_NUMBER.length; number++) {
            if (BY_NUMBER[number].number != number) {
                throw new AssertionError(BY_NUMBER[number]);
            }
        }
    }

    private final int number;
    private final int fixedBytes;
    private final int elementBytes;

    BtfKind(int number, int fixedBytes, int elementBytes) {
        this.number = number;
        this.fixedBytes = fixedBytes;
        this.elementBytes = elementBytes;
    }

    /** The number in the file. */
    public int number() {
        return number;
    }

    static boolean isKnown(int number) {
        return number > 0 && number < BY_NUMBER.length;
    }

    /** The kind of a number that {@link #isKnown is known}, or {@link #VOID} for 0. */
    static BtfKind of(int number) {
        return BY_NUMBER[number];
    }

    /** The size in bytes of a record of this kind with a number of elements (members, parameters, values, ...). */
    long recordBytes(int elements) {
        return BtfRecord.HEADER_BYTES + fixedBytes + (long) elementBytes * elements;
    }

    /** Whether the third word of the record is a type. */
    boolean refersToType() {
        return switch (this) {
            case PTR, TYPEDEF, VOLATILE, CONST, RESTRICT, FUNC, FUNC_PROTO, VAR, DECL_TAG, TYPE_TAG -> true;
            default -> false;
        };
    }

    boolean hasSize() {
        return switch (this) {
            case INT, FLOAT, STRUCT, UNION, ENUM, ENUM64, DATASEC -> true;
            default -> false;
        };
    }

    /** Whether the kind only qualifies or tags the type that it refers to. */
    public boolean isModifier() {
        return switch (this) {
            case VOLATILE, CONST, RESTRICT, TYPE_TAG -> true;
            default -> false;
        };
    }
}
