package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfLimits;
import dev.klp.kernel.btf.BtfType;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints declarations. C writes a type around the name that it declares: pointers to the left of it, arrays and
 * parameters to the right, which bind tighter (C11 6.7.6). So the declarator grows from the name outwards while the types
 * are followed inwards, until one is reached that has a name.
 */
final class TypePrinter {
    /** The array element type behind {@code va_list} on x86-64 and s390x; gcc knows it, but no C text can name it. */
    private static final String VA_LIST_TAG = "__va_list_tag";

    private static final String VA_LIST = "__builtin_va_list";

    private final Btf btf;
    private final Visibility visibility;
    private final boolean parameterNames;
    private final TypeNames names;
    private final Mentions mentions;
    private final TextBudget budget;
    private final Bodies bodies;

    /** Prints the braces of a structure, union or enumeration that has no name. */
    interface Bodies {
        /** The text from the opening to the closing brace and attributes behind it. */
        String of(int id, Place place) throws BtfFormatException;
    }

    /**
     * Where a declaration stands.
     *
     * @param depth how deep in other declarations
     * @param indent how many tabs stand before its lines
     * @param open whether the first dimension of an array without elements is printed as {@code []}
     */
    record Place(int depth, int indent, boolean open) {
        static final Place TOP = new Place(0, 0, true);

        Place opened() {
            return new Place(depth, indent, true);
        }

        Place parameter(int level) {
            return new Place(level + 1, indent, true);
        }
    }

    TypePrinter(Btf btf, Visibility visibility, boolean parameterNames, TypeNames names, Mentions mentions) {
        this.btf = btf;
        this.visibility = visibility;
        this.parameterNames = parameterNames;
        this.names = names;
        this.mentions = mentions;
        this.budget = new TextBudget();
        this.bodies = (id, place) -> {
            mentions.nameable = false;
            return "{ ... }";
        };
    }

    private TypePrinter(TypePrinter other, Bodies bodies) {
        this.btf = other.btf;
        this.visibility = other.visibility;
        this.parameterNames = other.parameterNames;
        this.names = other.names;
        this.mentions = other.mentions;
        this.budget = other.budget;
        this.bodies = bodies;
    }

    /** The same with bodies where this one prints an ellipsis. */
    TypePrinter with(Bodies others) {
        return new TypePrinter(this, others);
    }

    TextBudget budget() {
        return budget;
    }

    /** Prints a declaration of a name, or with an empty name a type alone. */
    String declare(int type, String name, Place place) throws BtfFormatException {
        String declarator = name;
        Qualifiers qualifiers = new Qualifiers();
        int id = type;
        for (int level = place.depth(); level <= BtfLimits.NESTING; level++) {
            BtfKind kind = btf.kind(id);
            switch (kind) {
                case CONST, VOLATILE, RESTRICT -> {
                    qualifiers.add(kind);
                    id = btf.target(id);
                }
                case TYPE_TAG -> id = btf.target(id);
                case PTR -> {
                    id = btf.target(id);
                    if (isBuiltin(btf, id)) {
                        return qualifiers.prefix() + join(vaList(), declarator);
                    }
                    declarator = pointer(qualifiers, declarator);
                    qualifiers.clear();
                }
                case ARRAY -> {
                    BtfType.Array array = (BtfType.Array) btf.type(id);
                    declarator = array(array, declarator, place.open());
                    id = array.element();
                }
                case FUNC_PROTO -> {
                    BtfType.Prototype prototype = (BtfType.Prototype) btf.type(id);
                    declarator = parenthesized(declarator) + parameters(prototype, place.parameter(level));
                    // The qualifiers of a function type are gcc's way to say noreturn and const; C has no place for
                    // them.
                    qualifiers.clear();
                    id = prototype.returned();
                }
                case TYPEDEF -> {
                    if (isBuiltin(btf, id)) {
                        return finish(id, qualifiers, VA_LIST, declarator);
                    }
                    if (visibility.typedefs().test(btf.name(id)) || isOnlyName(id)) {
                        String typedef = names.of(id);
                        mentions.typedefs.add(typedef);
                        return finish(id, qualifiers, typedef, declarator);
                    }
                    id = btf.target(id);
                }
                default -> {
                    return finish(id, qualifiers, specifier(id, kind, place), declarator);
                }
            }
            budget.spend(btf, type, declarator.length() + 1);
        }
        throw btf.tooDeep(type);
    }

    /** Whether a typedef names a type that has no tag, so that it cannot be replaced. */
    private boolean isOnlyName(int typedef) throws BtfFormatException {
        int target = btf.target(typedef);
        BtfKind kind = btf.kind(target);
        return (kind == BtfKind.STRUCT || kind == BtfKind.UNION)
                && btf.name(target).isEmpty();
    }

    /** Whether gcc knows the type without a definition. */
    static boolean isBuiltin(Btf btf, int id) throws BtfFormatException {
        return switch (btf.kind(id)) {
            case STRUCT -> btf.name(id).equals(VA_LIST_TAG);
            case TYPEDEF -> btf.name(id).equals(VA_LIST);
            default -> false;
        };
    }

    private String vaList() {
        if (visibility.typedefs().test("va_list")) {
            mentions.typedefs.add("va_list");
            return "va_list";
        }
        return VA_LIST;
    }

    private static String pointer(Qualifiers qualifiers, String declarator) {
        String inner = qualifiers.prefix() + declarator;
        return "*" + (declarator.isEmpty() ? inner.stripTrailing() : inner);
    }

    private static String array(BtfType.Array array, String declarator, boolean mayBeOpen) {
        String inner = parenthesized(declarator);
        // Only the first dimension may be left open. gcc records both [] and [0] as no elements.
        boolean open = mayBeOpen && array.count() == 0 && !inner.endsWith("]");
        return inner + (open ? "[]" : "[" + array.count() + "]");
    }

    private static String parenthesized(String declarator) {
        return declarator.startsWith("*") ? "(" + declarator + ")" : declarator;
    }

    private String parameters(BtfType.Prototype prototype, Place place) throws BtfFormatException {
        List<BtfType.Parameter> parameters = prototype.parameters();
        if (parameters.isEmpty()) {
            return prototype.variadic() ? "()" : "(void)";
        }
        List<String> texts = new ArrayList<>(parameters.size());
        for (BtfType.Parameter parameter : parameters) {
            texts.add(declare(parameter.type(), name(parameter), place));
        }
        if (prototype.variadic()) {
            texts.add("...");
        }
        return "(" + String.join(", ", texts) + ")";
    }

    private String name(BtfType.Parameter parameter) throws BtfFormatException {
        String name = parameter.name();
        return parameterNames && !name.isEmpty() ? Identifiers.checked(btf, parameter.type(), name) : "";
    }

    private String specifier(int id, BtfKind kind, Place place) throws BtfFormatException {
        return switch (kind) {
            case VOID -> "void";
            case INT, FLOAT -> BasicTypes.spelling(Identifiers.checkedWords(btf, id, btf.name(id)));
            case STRUCT -> tagged(id, "struct", place);
            case UNION -> tagged(id, "union", place);
            case FWD -> tagged(id, ((BtfType.Forward) btf.type(id)).union() ? "union" : "struct", place);
            case ENUM, ENUM64 -> enumeration(id, place);
            default -> throw btf.problem(id, "is " + kind + ", which is no type of a declaration");
        };
    }

    private String tagged(int id, String keyword, Place place) throws BtfFormatException {
        if (btf.name(id).isEmpty()) {
            return keyword + " " + bodies.of(id, place);
        }
        String text = keyword + " " + names.of(id);
        mentions.tags.add(text);
        return text;
    }

    private String enumeration(int id, Place place) throws BtfFormatException {
        String tag = btf.name(id);
        if (tag.isEmpty() && visibility.enumerations().test(tag)) {
            return "enum " + bodies.of(id, place);
        }
        if (!tag.isEmpty() && visibility.enumerations().test(tag)) {
            String name = names.of(id);
            mentions.enumerations.add(name);
            return "enum " + name;
        }
        return EnumerationLayout.integerType(btf, id);
    }

    private String finish(int id, Qualifiers qualifiers, String specifier, String declarator)
            throws BtfFormatException {
        budget.spend(btf, id, specifier.length() + declarator.length());
        return qualifiers.prefix() + join(specifier, declarator);
    }

    private static String join(String specifier, String declarator) {
        return declarator.isEmpty() ? specifier : specifier + " " + declarator;
    }
}
