package dev.klp.kernel.btf;

/** Bounds that no kernel's BTF comes near, and that keep hostile BTF from exhausting stack or memory. */
public final class BtfLimits {
    /**
     * How deep types may be nested in one declaration (pointers, arrays, qualifiers, anonymous members, parameters). The
     * kernel stops at 32 ({@code MAX_RESOLVE_DEPTH} in {@code kernel/bpf/btf.c}) in BTF that it checks.
     */
    public static final int NESTING = 128;

    /** How long a name may be in bytes; the kernel's {@code KSYM_NAME_LEN} is 512. */
    public static final int NAME = 4096;

    /** How many steps from type to type one question may take. Types are shared, so paths can multiply without end. */
    public static final int STEPS = 4 << 20;

    /** How many characters one printed text may have. */
    public static final int TEXT = 16 << 20;

    private BtfLimits() {}
}
