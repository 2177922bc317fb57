package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import java.util.function.Predicate;

/**
 * Writes types with everything that they need, in an order that C accepts. A unit that starts with the text needs no
 * header; gcc lays out the types as BTF says, with {@code packed}, {@code aligned} and unnamed members where only those
 * explain the offsets. Where a pointer suffices, a structure is declared and not defined.
 *
 * <p>Not safe for use by several threads, and of no use any more after an exception.
 */
public final class Definitions {
    private static final Visibility WITHOUT_STDARG = new Visibility(name -> !name.equals("va_list"), tag -> true);

    private final Btf btf;
    private final DefinedNames names;
    private final DefinitionOrder order;
    private final BodyPrinter bodies;
    private final Predicate<String> known;
    private final StringBuilder text = new StringBuilder();

    private Definitions(Btf btf, Predicate<String> known) {
        this.btf = btf;
        this.known = known;
        this.names = new DefinedNames(btf);
        TypePrinter types = new TypePrinter(btf, WITHOUT_STDARG, true, names, new Mentions());
        this.bodies = new BodyPrinter(btf, new LayoutPlanner(btf, new TypeSizes(btf)), names, types);
        this.order = new DefinitionOrder(btf, new Lines());
    }

    /** Definitions for a unit that includes nothing. */
    public static Definitions of(Btf btf) {
        return new Definitions(btf, name -> false);
    }

    /**
     * Definitions for a unit that knows some types already.
     *
     * @param known tells of {@code struct kobject}, {@code enum pid_type} or {@code gfp_t} whether the unit has it
     */
    public static Definitions of(Btf btf, Predicate<String> known) {
        return new Definitions(btf, known);
    }

    /** Adds what makes a type complete: objects of it can be declared. */
    public Definitions define(int type) throws BtfFormatException {
        order.complete(type);
        return this;
    }

    /** Adds what a declaration of a function, variable or pointer of this type needs: structures may stay incomplete. */
    public Definitions mention(int type) throws BtfFormatException {
        order.mention(type);
        return this;
    }

    /** Declares a name with a type in this unit's names. */
    public String declare(int type, String name) throws BtfFormatException {
        return bodies.types().declare(type, Identifiers.checked(btf, type, name), TypePrinter.Place.TOP);
    }

    /** A type in this unit's names. */
    public String type(int type) throws BtfFormatException {
        return bodies.types().declare(type, "", TypePrinter.Place.TOP);
    }

    /** The type of a pointer to objects or functions of a type, in this unit's names. */
    public String pointerTo(int type) throws BtfFormatException {
        return bodies.types().declare(type, "*", TypePrinter.Place.TOP);
    }

    /** Everything added so far. */
    public String text() {
        return text.toString();
    }

    private final class Lines implements DefinitionOrder.Writer {
        @Override
        public boolean knows(int id) throws BtfFormatException {
            return TypePrinter.isBuiltin(btf, id) || known.test(name(id));
        }

        @Override
        public void write(DefinitionOrder.Step step, int id) throws BtfFormatException {
            TypePrinter.Place top = TypePrinter.Place.TOP;
            text.append(
                    switch (step) {
                        case DECLARE -> name(id) + ";\n";
                        case DEFINE -> "\n" + name(id) + " " + bodies.outermost(id) + ";\n";
                        case TYPEDEF -> "\ntypedef " + bodies.types().declare(btf.target(id), name(id), top) + ";\n";
                    });
        }

        private String name(int id) throws BtfFormatException {
            return btf.kind(id) == BtfKind.TYPEDEF ? names.of(id) : names.keyword(id) + " " + names.of(id);
        }
    }
}
