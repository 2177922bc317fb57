package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfType;

/** The integer type that gcc gives an enumeration, which is compatible with it (C11 6.7.2.2). */
final class EnumerationLayout {
    private EnumerationLayout() {}

    static String integerType(Btf btf, int id) throws BtfFormatException {
        BtfType.Enumeration enumeration = (BtfType.Enumeration) btf.type(id);
        String type = switch ((int) enumeration.sizeBytes()) {
            case 1 -> "char";
            case 2 -> "short";
            case 4 -> "int";
            // Where both have 64 bits gcc prefers long.
            case 8 -> "long";
            default ->
                throw btf.problem(
                        id, "is an enumeration of " + enumeration.sizeBytes() + " bytes, and not of 1, 2, 4 or 8");
        };
        if (!enumeration.signed()) {
            return "unsigned " + type;
        }
        return type.equals("char") ? "signed char" : type;
    }
}
