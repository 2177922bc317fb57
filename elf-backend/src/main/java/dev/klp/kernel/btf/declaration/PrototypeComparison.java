package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfType;
import java.util.List;
import java.util.Optional;

/**
 * Compares functions of one kernel or of two by the rules with which C (C11 6.7.6.3) and gcc's {@code
 * __builtin_types_compatible_p} decide whether their types are compatible. Names of parameters do not count.
 */
public final class PrototypeComparison {
    private final Btf left;
    private final Btf right;
    private final TypeCompatibility types;

    private PrototypeComparison(Btf left, Btf right) {
        this.left = left;
        this.right = right;
        this.types = new TypeCompatibility(left, right);
    }

    /**
     * The first difference between two functions, or nothing when a caller of one can call the other.
     *
     * @param leftFunction a {@code FUNC} of {@code left}
     * @param rightFunction a {@code FUNC} of {@code right}
     */
    public static Optional<PrototypeDifference> compare(Btf left, int leftFunction, Btf right, int rightFunction)
            throws BtfFormatException {
        return new PrototypeComparison(left, right)
                .difference(Prototypes.of(left, leftFunction), Prototypes.of(right, rightFunction));
    }

    private Optional<PrototypeDifference> difference(int leftId, int rightId) throws BtfFormatException {
        BtfType.Prototype mine = (BtfType.Prototype) left.type(leftId);
        BtfType.Prototype theirs = (BtfType.Prototype) right.type(rightId);
        int count = mine.parameters().size();
        if (!types.compatible(mine.returned(), theirs.returned())) {
            return difference("return type", mine.returned(), theirs.returned());
        }
        if (count != theirs.parameters().size()) {
            return Optional.of(new PrototypeDifference(
                    "number of parameters",
                    Integer.toString(count),
                    Integer.toString(theirs.parameters().size())));
        }
        for (int i = 0; i < count; i++) {
            int mineType = unqualified(left, mine.parameters().get(i));
            int theirType = unqualified(right, theirs.parameters().get(i));
            if (!types.compatible(mineType, theirType)) {
                return difference(place(i, mine.parameters()), mineType, theirType);
            }
        }
        return mine.variadic() == theirs.variadic()
                ? Optional.empty()
                : Optional.of(new PrototypeDifference("parameters", ending(mine), ending(theirs)));
    }

    private Optional<PrototypeDifference> difference(String place, int mine, int theirs) throws BtfFormatException {
        String leftText = Declarations.of(left).type(mine).text();
        String rightText = Declarations.of(right).type(theirs).text();
        if (leftText.equals(rightText)) {
            // One typedef that stands for two types: only what is behind it tells them apart.
            leftText += " (" + Declarations.of(left, Visibility.NONE).type(mine) + ")";
            rightText += " (" + Declarations.of(right, Visibility.NONE).type(theirs) + ")";
        }
        return Optional.of(new PrototypeDifference(place, leftText, rightText));
    }

    /** Qualifiers of a parameter itself are the function's own affair. */
    private static int unqualified(Btf btf, BtfType.Parameter parameter) throws BtfFormatException {
        return TypeCompatibility.withoutModifiers(btf, parameter.type());
    }

    private static String place(int index, List<BtfType.Parameter> parameters) {
        String name = parameters.get(index).name();
        return "parameter " + (index + 1) + (name.isEmpty() ? "" : " (" + name + ")");
    }

    private static String ending(BtfType.Prototype prototype) {
        return prototype.variadic() ? "..." : "no ...";
    }
}
