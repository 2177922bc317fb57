package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;

/**
 * Writes C declarations of what BTF describes.
 *
 * <p>Names in BTF that are no C identifiers are refused with a {@link BtfFormatException}, as are types that are nested
 * without end.
 */
public final class Declarations {
    private final Btf btf;
    private final Visibility visibility;

    private Declarations(Btf btf, Visibility visibility) {
        this.btf = btf;
        this.visibility = visibility;
    }

    /** Declarations as they stand in the kernel's source. */
    public static Declarations of(Btf btf) {
        return new Declarations(btf, Visibility.ALL);
    }

    /** Declarations for a unit that knows only some names. */
    public static Declarations of(Btf btf, Visibility visibility) {
        return new Declarations(btf, visibility);
    }

    /**
     * A function's prototype with the names of its parameters: {@code ssize_t type_show(struct kobject *kobj, struct
     * kobj_attribute *attr, char *buf)}.
     *
     * @param function the id of a {@code FUNC}
     */
    public Declaration function(int function) throws BtfFormatException {
        return function(function, btf.name(function));
    }

    /** A function's prototype under another name. */
    public Declaration function(int function, String name) throws BtfFormatException {
        return print(Prototypes.of(btf, function), Identifiers.checked(btf, function, name), true);
    }

    /**
     * The type of a pointer to a function: {@code ssize_t (*)(struct kobject *, struct kobj_attribute *, char *)}.
     *
     * @param function the id of a {@code FUNC}
     */
    public Declaration functionPointer(int function) throws BtfFormatException {
        return print(Prototypes.of(btf, function), "*", false);
    }

    /**
     * The type of a function: {@code ssize_t (struct kobject *, struct kobj_attribute *, char *)}.
     *
     * @param function the id of a {@code FUNC}
     */
    public Declaration functionType(int function) throws BtfFormatException {
        return print(Prototypes.of(btf, function), "", false);
    }

    /**
     * A variable's declaration without {@code extern}: {@code struct rq runqueues}.
     *
     * @param variable the id of a {@code VAR}
     */
    public Declaration variable(int variable) throws BtfFormatException {
        require(variable, BtfKind.VAR);
        return print(btf.target(variable), Identifiers.checked(btf, variable, btf.name(variable)), true);
    }

    /** A declaration of a name with a type. */
    public Declaration declare(int type, String name) throws BtfFormatException {
        return print(type, Identifiers.checked(btf, type, name), true);
    }

    /** A type alone, as in a cast: {@code const char *}. */
    public Declaration type(int type) throws BtfFormatException {
        return print(type, "", false);
    }

    private void require(int id, BtfKind kind) throws BtfFormatException {
        if (btf.kind(id) != kind) {
            throw new IllegalArgumentException("[" + id + "] is " + btf.kind(id) + ", not " + kind);
        }
    }

    private Declaration print(int type, String declarator, boolean parameterNames) throws BtfFormatException {
        Mentions mentions = new Mentions();
        TypePrinter printer = new TypePrinter(btf, visibility, parameterNames, TypeNames.asIs(btf), mentions);
        return mentions.declaration(printer.declare(type, declarator, TypePrinter.Place.TOP));
    }
}
