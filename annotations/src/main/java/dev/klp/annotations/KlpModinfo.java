package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One {@code tag=value} pair in the {@code .modinfo} section, as {@code MODULE_INFO(tag, "value")} writes it
 * ({@code include/linux/module.h}). Every kernel reads the tags that it knows and ignores the others; {@code modinfo} prints
 * them all.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface KlpModinfo {
    /**
     * The tag: a C identifier. Those that the module gets anyway are refused: {@code livepatch}, {@code license},
     * {@code description}, {@code author}, {@code version}, {@code srcversion}, {@code name}, {@code depends},
     * {@code vermagic}, {@code intree} and {@code retpoline}.
     */
    String tag();

    /** The value: one line of printable text. */
    String value();
}
