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

    private final Btf btf;
    private final Visibility visibility;
    private final boolean parameterNames;
    private final TypeNames names;
    private final Mentions mentions;
    private final TextBudget budget;

    TypePrinter(
            Btf btf,
            Visibility visibility,
            boolean parameterNames,
            TypeNames names,
            Mentions mentions,
            TextBudget budget) {
        this.btf = btf;
        this.visibility = visibility;
        this.parameterNames = parameterNames;
        this.names = names;
        this.mentions = mentions;
        this.budget = budget;
    }

    /**
     * Prints a declaration of a name, or with an empty name a type alone.
     *
     * @param depth how deep in other declarations this one stands
     */
    String declare(int type, String name, int depth) throws BtfFormatException {
        String declarator = name;
        Qualifiers qualifiers = new Qualifiers();
        int id = type;
        for (int level = depth; level <= BtfLimits.NESTING; level++) {
            BtfKind kind = btf.kind(id);
            switch (kind) {
                case CONST, VOLATILE, RESTRICT -> {
                    qualifiers.add(kind);
                    id = btf.target(id);
                }
                case TYPE_TAG -> id = btf.target(id);
                case PTR -> {
                    id = btf.target(id);
                    if (isVaListTag(id)) {
                        return qualifiers.prefix() + join(vaList(), declarator);
                    }
                    declarator = pointer(qualifiers, declarator);
                    qualifiers.clear();
                }
                case ARRAY -> {
                    BtfType.Array array = (BtfType.Array) btf.type(id);
                    declarator = array(array, declarator);
                    id = array.element();
                }
                case FUNC_PROTO -> {
                    BtfType.Prototype prototype = (BtfType.Prototype) btf.type(id);
                    declarator = parenthesized(declarator) + parameters(prototype, level + 1);
                    // The qualifiers of a function type are gcc's way to say noreturn and const; C has no place for
                    // them.
                    qualifiers.clear();
                    id = prototype.returned();
                }
                case TYPEDEF -> {
                    if (isVisible(id)) {
                        String typedef = names.of(id);
                        mentions.typedefs.add(typedef);
                        return finish(id, qualifiers, typedef, declarator);
                    }
                    if (btf.name(id).equals("__builtin_va_list")) {
                        return finish(id, qualifiers, "__builtin_va_list", declarator);
                    }
                    id = btf.target(id);
                }
                default -> {
                    return finish(id, qualifiers, specifier(id, kind), declarator);
                }
            }
            budget.spend(btf, type, declarator.length() + 1);
        }
        throw btf.tooDeep(type);
    }

    private boolean isVisible(int typedef) throws BtfFormatException {
        return visibility.typedefs().test(btf.name(typedef));
    }

    private boolean isVaListTag(int id) throws BtfFormatException {
        return btf.kind(id) == BtfKind.STRUCT && btf.name(id).equals(VA_LIST_TAG);
    }

    private String vaList() {
        if (visibility.typedefs().test("va_list")) {
            mentions.typedefs.add("va_list");
            return "va_list";
        }
        return "__builtin_va_list";
    }

    private static String pointer(Qualifiers qualifiers, String declarator) {
        String inner = qualifiers.prefix() + declarator;
        return "*" + (declarator.isEmpty() ? inner.stripTrailing() : inner);
    }

    private static String array(BtfType.Array array, String declarator) {
        String inner = parenthesized(declarator);
        // Only the first dimension may be left open. gcc records both [] and [0] as no elements.
        boolean open = array.count() == 0 && !inner.endsWith("]");
        return inner + (open ? "[]" : "[" + array.count() + "]");
    }

    private static String parenthesized(String declarator) {
        return declarator.startsWith("*") ? "(" + declarator + ")" : declarator;
    }

    private String parameters(BtfType.Prototype prototype, int depth) throws BtfFormatException {
        List<BtfType.Parameter> parameters = prototype.parameters();
        if (parameters.isEmpty()) {
            return prototype.variadic() ? "()" : "(void)";
        }
        List<String> texts = new ArrayList<>(parameters.size());
        for (BtfType.Parameter parameter : parameters) {
            texts.add(declare(parameter.type(), name(parameter), depth));
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

    private String specifier(int id, BtfKind kind) throws BtfFormatException {
        return switch (kind) {
            case VOID -> "void";
            case INT, FLOAT -> BasicTypes.spelling(Identifiers.checkedWords(btf, id, btf.name(id)));
            case STRUCT -> tagged(id, "struct");
            case UNION -> tagged(id, "union");
            case FWD -> tagged(id, ((BtfType.Forward) btf.type(id)).union() ? "union" : "struct");
            case ENUM, ENUM64 -> enumeration(id);
            default -> throw btf.problem(id, "is " + kind + ", which is no type of a declaration");
        };
    }

    private String tagged(int id, String keyword) throws BtfFormatException {
        if (btf.name(id).isEmpty()) {
            mentions.nameable = false;
            return keyword + " { ... }";
        }
        String text = keyword + " " + names.of(id);
        mentions.tags.add(text);
        return text;
    }

    private String enumeration(int id) throws BtfFormatException {
        String tag = btf.name(id);
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
