package dev.klp.kernel.btf;

/** Bounds that no kernel's BTF comes near, and that keep hostile BTF from exhausting stack or memory. */
public final class BtfLimits {
    /**
     * How deep types may be nested in one declaration (pointers, arrays, qualifiers, anonymous members, parameters). The
     * kernel stops at 32 ({@code MAX_RESOLVE_DEPTH} in {@code kernel/bpf/btf.c}) in BTF that it checks.
     */
    public static final int NESTING = 128;

    /** How many characters one printed text may have. */
    public static final int TEXT = 16 << 20;

    private BtfLimits() {}
}
