package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;

/** What the types of one text are called. */
interface TypeNames {
    /** The tag or typedef name of a type that has one. */
    String of(int id) throws BtfFormatException;

    /** The name that BTF gives. */
    static TypeNames asIs(Btf btf) {
        return id -> Identifiers.checked(btf, id, btf.name(id));
    }
}
