package dev.klp.kernel.btf.declaration;

import java.util.function.Predicate;

/**
 * Which names the C unit knows that a declaration is written for. Other typedefs are replaced by what they stand for,
 * other enumerations by their integer type. A typedef of a structure without a tag has no replacement: it stays and is
 * among {@link Declaration#typedefs()}. The tags of structures and unions need no entry: a declaration in front
 * ({@link Declaration#tags()}) makes them known.
 *
 * @param typedefs tells of a typedef's name whether the unit knows it
 * @param enumerations tells of an enumeration's tag whether the unit knows it; asked with an empty tag, whether one
 *     without a tag is written out
 */
public record Visibility(Predicate<String> typedefs, Predicate<String> enumerations) {
    /** A unit that knows every name: declarations read as in the kernel's source. */
    public static final Visibility ALL = new Visibility(name -> true, tag -> true);

    /** A unit that includes nothing. */
    public static final Visibility NONE = new Visibility(name -> false, tag -> false);

    /** A unit that includes {@code linux/types.h}, as every one does that includes {@code linux/module.h}. */
    public static final Visibility LINUX_TYPES = new Visibility(LinuxTypes::contains, tag -> false);
}
