package dev.klp.livepatch.arch;

import dev.klp.elf.Machine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * x86-64. Types from {@code arch/x86/kernel/module.c:__write_relocate_add} (before 6.3 {@code __apply_relocate_add}), their
 * numbers from the System V ABI, AMD64 supplement, section 4.4.
 */
final class X86Architecture implements Architecture {
    static final int MACHINE = Machine.EM_X86_64;
    static final X86Architecture INSTANCE = new X86Architecture();

    private static final int R_X86_64_NONE = 0;
    private static final int R_X86_64_64 = 1;
    private static final int R_X86_64_PC32 = 2;
    private static final int R_X86_64_PLT32 = 4;
    private static final int R_X86_64_32 = 10;
    private static final int R_X86_64_32S = 11;
    private static final int R_X86_64_PC64 = 24;

    private static final Map<Integer, RelocationKind> KINDS = Map.of(
            R_X86_64_NONE, new RelocationKind("R_X86_64_NONE", 0),
            R_X86_64_64, new RelocationKind("R_X86_64_64", 8),
            R_X86_64_PC32, new RelocationKind("R_X86_64_PC32", 4),
            R_X86_64_PLT32, new RelocationKind("R_X86_64_PLT32", 4),
            R_X86_64_32, new RelocationKind("R_X86_64_32", 4),
            R_X86_64_32S, new RelocationKind("R_X86_64_32S", 4),
            R_X86_64_PC64, new RelocationKind("R_X86_64_PC64", 8));

    /** Types that compilers make in other settings, so that a message can name them. */
    private static final Map<Integer, String> REFUSED = Map.of(
            9, "R_X86_64_GOTPCREL",
            12, "R_X86_64_16",
            14, "R_X86_64_8",
            26, "R_X86_64_GOTPC32",
            41, "R_X86_64_GOTPCRELX",
            42, "R_X86_64_REX_GOTPCRELX");

    private X86Architecture() {}

    @Override
    public String name() {
        return "x86-64";
    }

    @Override
    public @Nullable RelocationKind relocation(int type) {
        return KINDS.get(type);
    }

    @Override
    public String relocationName(int type) {
        RelocationKind kind = KINDS.get(type);
        return kind != null ? kind.name() : REFUSED.getOrDefault(type, "relocation type " + type);
    }

    @Override
    public int absolutePointerType() {
        return R_X86_64_64;
    }

    @Override
    public int ignoredType() {
        return R_X86_64_NONE;
    }

    /** "Skipping invalid relocation target, existing value is nonzero". */
    @Override
    public boolean placesMustBeZero() {
        return true;
    }

    /**
     * Assemblers before binutils 2.37 leave this symbol behind, unreferenced:
     * {@code kernel/module/main.c:ignore_undef_symbol}.
     */
    @Override
    public boolean ignoresUndefined(String symbolName) {
        return symbolName.equals("_GLOBAL_OFFSET_TABLE_");
    }
}
