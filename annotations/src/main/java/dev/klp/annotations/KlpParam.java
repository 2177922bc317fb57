package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of the module, given to {@code insmod} as {@code name=value}: {@code module_param}
 * ({@code include/linux/moduleparam.h}). The variable of that name is defined in the patch's C code, with its default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface KlpParam {
    /** The parameter's name, which is the variable's. */
    String name();

    /** What a value looks like, which says what type the variable has. */
    Type type();

    /**
     * Who may read and write the parameter in {@code /sys/module/<module>/parameters/}, as {@code chmod} writes it in
     * octal: {@code 0644}. 0, the default, shows it nowhere. The kernel refuses to compile what everybody may write, or
     * what others may read and the owner may not ({@code VERIFY_OCTAL_PERMISSIONS} in {@code include/linux/sysfs.h}).
     */
    int permission() default 0;

    /** One line for {@code MODULE_PARM_DESC}; none is emitted for the empty string. */
    String description() default "";

    /** The types that {@code module_param} knows. */
    enum Type {
        /** {@code unsigned char} */
        BYTE,
        /** {@code short} */
        SHORT,
        /** {@code unsigned short} */
        USHORT,
        /** {@code int} */
        INT,
        /** {@code unsigned int} */
        UINT,
        /** {@code long} */
        LONG,
        /** {@code unsigned long} */
        ULONG,
        /** {@code unsigned long long} */
        ULLONG,
        /** {@code unsigned int}, shown in hexadecimal; since Linux 5.9 */
        HEXINT,
        /** {@code char *} */
        CHARP,
        /** {@code bool} */
        BOOL,
        /** {@code bool}, given and shown inverted */
        INVBOOL
    }
}
