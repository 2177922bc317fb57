package dev.klp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link KlpModuleReloc}s of one object; the compiler writes it by itself. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface KlpModuleRelocs {
    /** The relocations, in the order of the source. */
    KlpModuleReloc[] value();
}
