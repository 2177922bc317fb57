package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;

/** From functions to their types. */
final class Prototypes {
    private Prototypes() {}

    /** The function type of a {@code FUNC}. */
    static int of(Btf btf, int function) throws BtfFormatException {
        if (btf.kind(function) != BtfKind.FUNC) {
            throw new IllegalArgumentException("[" + function + "] is " + btf.kind(function) + ", not FUNC");
        }
        int prototype = btf.target(function);
        if (btf.kind(prototype) != BtfKind.FUNC_PROTO) {
            throw btf.problem(function, "is a function whose type is " + btf.kind(prototype));
        }
        return prototype;
    }
}
