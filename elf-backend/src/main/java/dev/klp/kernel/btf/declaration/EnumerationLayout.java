package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfType;

/** How gcc stores enumerations: as {@code int} or wider, unless attributes say otherwise. */
final class EnumerationLayout {
    private EnumerationLayout() {}

    /** The integer type that gcc gives an enumeration, which is compatible with it (C11 6.7.2.2). */
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

    /** The attributes that give an enumeration its size, with a blank before them, or nothing. */
    static String attributes(BtfType.Enumeration enumeration) {
        long size = enumeration.sizeBytes();
        if (size == natural(enumeration)) {
            return "";
        }
        if (size == smallest(enumeration)) {
            return " __attribute__((__packed__))";
        }
        // The machine modes of gcc: quarter, half, single and double integer.
        String mode = size == 1 ? "__QI__" : size == 2 ? "__HI__" : size == 4 ? "__SI__" : "__DI__";
        return " __attribute__((__mode__(" + mode + ")))";
    }

    /** A constant's value as C writes it. */
    static String constant(BtfType.Enumeration enumeration, long value) {
        if (enumeration.signed()) {
            // The smallest number of 64 bits has no literal of its own.
            return value == Long.MIN_VALUE ? "(-" + Long.MAX_VALUE + "LL - 1)" : suffixed(Long.toString(value), value);
        }
        return suffixed(Long.toUnsignedString(value), value) + (value < 0 || value > Integer.MAX_VALUE ? "U" : "");
    }

    private static String suffixed(String digits, long value) {
        return value == (int) value || value >= 0 && value <= 0xffffffffL ? digits : digits + "LL";
    }

    private static long natural(BtfType.Enumeration enumeration) {
        return Math.max(4, smallest(enumeration));
    }

    private static long smallest(BtfType.Enumeration enumeration) {
        long bytes = 1;
        boolean signed = enumeration.values().stream().anyMatch(value -> enumeration.signed() && value.value() < 0);
        for (BtfType.Enumerator enumerator : enumeration.values()) {
            while (!fits(enumerator.value(), signed, bytes)) {
                bytes *= 2;
            }
        }
        return bytes;
    }

    private static boolean fits(long value, boolean signed, long bytes) {
        int unused = 64 - 8 * (int) bytes;
        return unused == 0 || (signed ? value << unused >> unused : value << unused >>> unused) == value;
    }
}
