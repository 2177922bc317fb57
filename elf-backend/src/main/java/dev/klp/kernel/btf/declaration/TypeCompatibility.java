package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfLimits;
import dev.klp.kernel.btf.BtfType;
import java.util.List;

/**
 * Whether types of two BTFs are compatible in C (C11 6.2.7): typedefs are looked through, qualifiers count, structures,
 * unions and enumerations are the same if keyword and tag are, and an enumeration is compatible with its integer type.
 */
final class TypeCompatibility {
    private final Btf left;
    private final Btf right;

    TypeCompatibility(Btf left, Btf right) {
        this.left = left;
        this.right = right;
    }

    boolean compatible(int leftType, int rightType) throws BtfFormatException {
        return compatible(leftType, rightType, new StepBudget(), 0);
    }

    private boolean compatible(int leftType, int rightType, StepBudget steps, int depth) throws BtfFormatException {
        steps.step(left, leftType);
        if (depth > BtfLimits.NESTING) {
            throw left.tooDeep(leftType);
        }
        Unwrapped mine = Unwrapped.of(left, leftType);
        Unwrapped theirs = Unwrapped.of(right, rightType);
        if (!mine.qualifiers().equals(theirs.qualifiers())) {
            return false;
        }
        BtfType a = left.type(mine.id());
        BtfType b = right.type(theirs.id());
        if (a instanceof BtfType.Pointer one && b instanceof BtfType.Pointer other) {
            return compatible(one.target(), other.target(), steps, depth + 1);
        }
        if (a instanceof BtfType.Array one && b instanceof BtfType.Array other) {
            return (one.count() == other.count() || one.count() == 0 || other.count() == 0)
                    && compatible(one.element(), other.element(), steps, depth + 1);
        }
        if (a instanceof BtfType.Prototype one && b instanceof BtfType.Prototype other) {
            return one.variadic() == other.variadic()
                    && compatible(one.returned(), other.returned(), steps, depth + 1)
                    && parameters(one.parameters(), other.parameters(), steps, depth + 1);
        }
        return name(left, mine, b).equals(name(right, theirs, a));
    }

    private boolean parameters(
            List<BtfType.Parameter> mine, List<BtfType.Parameter> theirs, StepBudget steps, int depth)
            throws BtfFormatException {
        if (mine.size() != theirs.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            int one = withoutModifiers(left, mine.get(i).type());
            int other = withoutModifiers(right, theirs.get(i).type());
            if (!compatible(one, other, steps, depth)) {
                return false;
            }
        }
        return true;
    }

    /** A type's name as it counts in a comparison with another type. */
    private static String name(Btf btf, Unwrapped type, BtfType other) throws BtfFormatException {
        BtfKind kind = btf.kind(type.id());
        String name = btf.name(type.id());
        return switch (kind) {
            case INT, FLOAT -> BasicTypes.spelling(name);
            case ENUM, ENUM64 ->
                other instanceof BtfType.Int
                        ? EnumerationLayout.integerType(btf, type.id())
                        : tagged("enum", name, type.typedef());
            case STRUCT -> tagged("struct", name, type.typedef());
            case UNION -> tagged("union", name, type.typedef());
            case FWD -> tagged(((BtfType.Forward) btf.type(type.id())).union() ? "union" : "struct", name, "");
            default -> kind.toString();
        };
    }

    /** A type without a tag is known by the typedef that names it. */
    private static String tagged(String keyword, String tag, String typedef) {
        return keyword + (tag.isEmpty() ? " { } " + typedef : " " + tag);
    }

    /** A type without the qualifiers and tags that stand in front of it. */
    static int withoutModifiers(Btf btf, int type) throws BtfFormatException {
        int id = type;
        for (int level = 0; level <= BtfLimits.NESTING; level++) {
            if (!btf.kind(id).isModifier()) {
                return id;
            }
            id = btf.target(id);
        }
        throw btf.tooDeep(type);
    }

    /**
     * A type under its typedefs and qualifiers.
     *
     * @param typedef the name of the last typedef, or empty
     */
    private record Unwrapped(int id, String qualifiers, String typedef) {
        static Unwrapped of(Btf btf, int type) throws BtfFormatException {
            Qualifiers qualifiers = new Qualifiers();
            String typedef = "";
            int id = type;
            for (int level = 0; level <= BtfLimits.NESTING; level++) {
                BtfKind kind = btf.kind(id);
                if (kind == BtfKind.TYPEDEF) {
                    typedef = btf.name(id);
                } else if (kind == BtfKind.FUNC_PROTO) {
                    // Qualifiers of function types are gcc's way to record attributes.
                    return new Unwrapped(id, "", typedef);
                } else if (kind.isModifier()) {
                    qualifiers.addUnlessTag(kind);
                } else {
                    return new Unwrapped(id, qualifiers.prefix(), typedef);
                }
                id = btf.target(id);
            }
            throw btf.tooDeep(type);
        }
    }
}
