package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfType;

/**
 * What a function hands back. A replacement with a narrower type leaves the upper half of the register undefined, and no
 * caller is compiled again to notice.
 *
 * @param type the type in C
 * @param sizeBytes its size, 0 for {@code void}
 * @param signed whether it is a signed integer, or an enumeration with negative constants
 */
public record ReturnValue(Declaration type, long sizeBytes, boolean signed) {
    /** What a {@code FUNC} returns. */
    public static ReturnValue of(Btf btf, int function) throws BtfFormatException {
        int type = btf.target(Prototypes.of(btf, function));
        int resolved = btf.resolve(type);
        long size = btf.kind(resolved) == BtfKind.VOID ? 0 : new TypeSizes(btf).of(resolved);
        return new ReturnValue(Declarations.of(btf).type(type), size, isSigned(btf.type(resolved)));
    }

    private static boolean isSigned(BtfType type) {
        return type instanceof BtfType.Int integer && integer.encoding() == BtfType.IntEncoding.SIGNED
                || type instanceof BtfType.Enumeration enumeration && enumeration.signed();
    }
}
