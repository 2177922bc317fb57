package dev.klp.livepatch.dialect;

/**
 * Where members stand in the structs of kpatch's {@code kpatch-intermediate.h}, laid out as C does with {@code long} and pointers of
 * one size.
 *
 * @param word the size of a pointer: 4 or 8
 */
record KpatchLayout(int word) {
    /** {@code struct kpatch_symbol { unsigned long src, sympos; unsigned char bind, type; char *name, *objname; }}. */
    int symbolBytes() {
        return 5 * word;
    }

    int symbolPosition() {
        return word;
    }

    int symbolBinding() {
        return 2 * word;
    }

    int symbolType() {
        return 2 * word + 1;
    }

    int symbolName() {
        return 3 * word;
    }

    int symbolObject() {
        return 4 * word;
    }

    /**
     * {@code struct kpatch_relocation { unsigned long dest; unsigned int type; int external; long addend; char *objname;
     * struct kpatch_symbol *ksym; }}.
     */
    int relocationBytes() {
        return relocationAddend() + 3 * word;
    }

    int relocationPlace() {
        return 0;
    }

    int relocationType() {
        return word;
    }

    int relocationExternal() {
        return word + Integer.BYTES;
    }

    int relocationAddend() {
        return word + 2 * Integer.BYTES;
    }

    int relocationObject() {
        return relocationAddend() + word;
    }

    int relocationSymbol() {
        return relocationAddend() + 2 * word;
    }

    /** {@code struct kpatch_arch { unsigned long sec; char *objname; }}. */
    int architectureBytes() {
        return 2 * word;
    }

    int architectureObject() {
        return word;
    }
}
