package dev.klp.templates.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One {@code module_param} of a variable that the author's code defines.
 *
 * @param name the parameter's and the variable's name
 * @param type what the variable is
 * @param permission in sysfs; 0 for none
 * @param description one line of printable text, empty for none
 */
public record ModuleParameter(CIdentifier name, Type type, int permission, String description) {
    private static final int READ = 0444;
    private static final int OTHERS_WRITE = 0002;

    /** The types of {@code include/linux/moduleparam.h}. */
    public enum Type {
        BYTE,
        SHORT,
        USHORT,
        INT,
        UINT,
        LONG,
        ULONG,
        ULLONG,
        HEXINT,
        CHARP,
        BOOL,
        INVBOOL
    }

    public ModuleParameter {
        Objects.requireNonNull(type);
        Texts.refuse("permission", "0" + Integer.toOctalString(permission), permissionProblem(permission));
        Texts.refuse(
                "description of a parameter",
                description,
                description.isEmpty() ? null : ModuleInfo.problem(description));
    }

    /** What {@code VERIFY_OCTAL_PERMISSIONS} ({@code include/linux/sysfs.h}) says against a permission, or null. */
    public static @Nullable String permissionProblem(int permission) {
        if ((permission & ~(READ | 0222 | 0111)) != 0) {
            return "is not between 0 and 0777";
        }
        if ((permission & OTHERS_WRITE) != 0) {
            return "lets everybody write";
        }
        int user = permission >> 6;
        int group = permission >> 3 & 7;
        int others = permission & 7;
        if ((user & 4) < (group & 4) || (group & 4) < (others & 4)) {
            return "lets others read what the owner or the group may not";
        }
        return (user & 2) < (group & 2) ? "lets the group write what the owner may not" : null;
    }
}
