package dev.klp.processor.csource;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfType;

/**
 * How a parameter or a returned value is passed, as far as a caller and a callee must agree on it: signs, qualifiers and the
 * names of integer types are left aside.
 */
public sealed interface ValueShape {
    /** No value. */
    record None() implements ValueShape {}

    /** An integer, an enumeration or a floating-point number of so many bytes. */
    record Scalar(long sizeBytes) implements ValueShape {}

    /**
     * An address.
     *
     * @param target the structure or union there, as {@code struct kobject}; empty if it is something else or not known
     */
    record Pointer(String target) implements ValueShape {}

    /** A structure or union itself, as {@code struct kobject}. */
    record Composite(String name) implements ValueShape {}

    /** A type that the text does not tell. */
    record Unknown() implements ValueShape {}

    /** The shape of a type of the kernel. */
    static ValueShape of(Btf btf, int type) throws BtfFormatException {
        BtfType resolved = btf.type(btf.resolve(type));
        if (resolved instanceof BtfType.Void) {
            return new None();
        } else if (resolved instanceof BtfType.Int integer) {
            return new Scalar(integer.sizeBytes());
        } else if (resolved instanceof BtfType.Enumeration enumeration) {
            return new Scalar(enumeration.sizeBytes());
        } else if (resolved instanceof BtfType.Floating floating) {
            return new Scalar(floating.sizeBytes());
        } else if (resolved instanceof BtfType.Pointer pointer) {
            return new Pointer(target(btf.type(btf.resolve(pointer.target()))));
        } else if (resolved instanceof BtfType.Composite) {
            return new Composite(target(resolved));
        }
        return new Unknown();
    }

    private static String target(BtfType type) {
        if (type instanceof BtfType.Composite composite && !composite.name().isEmpty()) {
            return (composite.union() ? "union " : "struct ") + composite.name();
        }
        return type instanceof BtfType.Forward forward ? (forward.union() ? "union " : "struct ") + forward.name() : "";
    }

    /** Whether a caller that passes the one and a function that takes the other can agree. */
    default boolean agreesWith(ValueShape other) {
        if (this instanceof Unknown || other instanceof Unknown) {
            return true;
        }
        if (this instanceof Pointer mine && other instanceof Pointer theirs) {
            return mine.target().isEmpty()
                    || theirs.target().isEmpty()
                    || mine.target().equals(theirs.target());
        }
        return equals(other);
    }

    /** The size of what a register holds of it; 0 for none, 8 for an address, -1 where it is not known or no register. */
    default long registerBytes() {
        if (this instanceof Scalar scalar) {
            return scalar.sizeBytes();
        }
        return this instanceof None ? 0 : this instanceof Pointer ? Long.BYTES : -1;
    }
}
