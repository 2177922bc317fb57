package dev.klp.kernel.btf;

import java.util.List;

/**
 * One type, decoded. Types refer to each other by id; 0 is {@code void}. A name is empty where the type has none. Sizes
 * are in bytes unless the name says bits.
 */
public sealed interface BtfType {
    /** Type 0. */
    record Void() implements BtfType {}

    /**
     * An integer.
     *
     * @param bits how many bits the value has
     * @param bitOffset where in the integer's bytes they start; other than 0 only in BTF of compilers before 2019
     * @param encoding what the bits mean
     */
    record Int(String name, long sizeBytes, int bits, int bitOffset, IntEncoding encoding) implements BtfType {}

    /** {@code BTF_INT_*}; the kernel accepts at most one ({@code btf_int_check_meta} in {@code kernel/bpf/btf.c}). */
    enum IntEncoding {
        /** No flag is set. */
        UNSIGNED,
        /** A signed number. */
        SIGNED,
        /** A character. */
        CHAR,
        /** {@code _Bool}. */
        BOOL
    }

    /** A pointer. */
    record Pointer(int target) implements BtfType {}

    /**
     * An array.
     *
     * @param index the type of its index
     * @param count how many elements it has, from 0 (a flexible array member as well) to 2<sup>32</sup> - 1
     */
    record Array(int element, int index, long count) implements BtfType {}

    /** A structure or union with its members in the order of the source. */
    record Composite(boolean union, String name, long sizeBytes, List<Member> members) implements BtfType {}

    /**
     * A member of a structure or union.
     *
     * @param name empty for an anonymous structure or union
     * @param bitOffset its distance from the start of the structure
     * @param bitfieldBits how wide the bit-field is, or 0 for an ordinary member
     */
    record Member(String name, int type, long bitOffset, int bitfieldBits) {}

    /**
     * An enumeration, of up to 32 ({@code ENUM}) or of 64 bits ({@code ENUM64}).
     *
     * @param signed whether the values are signed; pahole before 1.24 did not say and left it false
     */
    record Enumeration(String name, long sizeBytes, boolean signed, List<Enumerator> values) implements BtfType {}

    /**
     * A constant of an enumeration.
     *
     * @param value its value, sign-extended when the enumeration is signed and zero-extended otherwise
     */
    record Enumerator(String name, long value) {}

    /** A structure or union of which only the tag is known. */
    record Forward(String name, boolean union) implements BtfType {}

    /** A typedef. */
    record Typedef(String name, int target) implements BtfType {}

    /** {@code const}, {@code volatile} or {@code restrict} on another type. */
    record Qualified(Qualifier qualifier, int target) implements BtfType {}

    /** A qualifier of C. */
    enum Qualifier {
        /** {@code const}. */
        CONST("const"),
        /** {@code volatile}. */
        VOLATILE("volatile"),
        /** {@code restrict}, which is {@code __restrict__} in every dialect of gcc. */
        RESTRICT("__restrict__");

        private final String keyword;

        Qualifier(String keyword) {
            this.keyword = keyword;
        }

        /** What C calls it. */
        public String keyword() {
            return keyword;
        }
    }

    /**
     * A function of the program text.
     *
     * @param prototype its {@link Prototype}
     */
    record Function(String name, int prototype, Linkage linkage) implements BtfType {}

    /** The type of a function. */
    record Prototype(int returned, List<Parameter> parameters, boolean variadic) implements BtfType {}

    /** A parameter; its name is empty where the function has no body that BTF knows. */
    record Parameter(String name, int type) {}

    /** A variable. Kernels of gcc carry the per-CPU ones only ({@code btf_encoder__collect_percpu_var} of pahole). */
    record Variable(String name, int type, Linkage linkage) implements BtfType {}

    /** {@code enum btf_func_linkage}, and the same numbers for variables. */
    enum Linkage {
        /** Visible in its unit only; pahole before 1.26 says it of every function. */
        STATIC,
        /** Defined and visible everywhere. */
        GLOBAL,
        /** Defined elsewhere. */
        EXTERN
    }

    /** A section and the variables that lie in it. */
    record DataSection(String name, long sizeBytes, List<Placed> variables) implements BtfType {}

    /** Where a variable lies in its section, in bytes. */
    record Placed(int variable, long offset, long sizeBytes) {}

    /** A floating-point number. */
    record Floating(String name, long sizeBytes) implements BtfType {}

    /**
     * {@code btf_decl_tag("value")}.
     *
     * @param component the tagged member or parameter, or -1 for the whole declaration
     */
    record DeclarationTag(String value, int target, int component) implements BtfType {}

    /** {@code btf_type_tag("value")}, as {@code __user} and {@code __rcu} leave it when clang builds the kernel. */
    record TypeTag(String value, int target) implements BtfType {}
}
