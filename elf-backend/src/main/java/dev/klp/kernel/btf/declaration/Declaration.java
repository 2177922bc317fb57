package dev.klp.kernel.btf.declaration;

import java.util.SortedSet;

/**
 * A declaration or a type in C, without a semicolon, and the names in it that a unit has to know.
 *
 * @param text the C text
 * @param tags the structures and unions, as in {@code struct kobject}. A unit declares each one before ({@code struct
 *     kobject;}), because a tag that is met first inside a parameter list is a type of its own
 * @param typedefs the typedefs
 * @param enumerations the tags of enumerations, without {@code enum}
 * @param nameable whether C can name the type outside its own definition. It cannot if the type contains a structure or
 *     union that has neither a tag nor a typedef; the text then shows {@code struct { ... }}
 */
public record Declaration(
        String text,
        SortedSet<String> tags,
        SortedSet<String> typedefs,
        SortedSet<String> enumerations,
        boolean nameable) {
    @Override
    public String toString() {
        return text;
    }
}
