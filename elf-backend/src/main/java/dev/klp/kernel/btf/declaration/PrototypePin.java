package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A condition in C that holds for a function whose type is that of a kernel function, for use in {@code _Static_assert}.
 * Where BTF has several functions of the name, one of them is enough.
 *
 * <p>The types of the functions are compared, and not of pointers to them: gcc keeps {@code noreturn} and {@code const},
 * which are no part of a prototype, as qualifiers of the function type, and {@code __builtin_types_compatible_p} ignores
 * qualifiers at the top only.
 *
 * @param types the function types that fit; more than one also where a unit may know an enumeration by its tag only, and
 *     another unit not at all, so that its author used the integer type
 * @param pointers the types of pointers to such functions: {@code ssize_t (*)(struct kobject *, char *)}
 * @param tags the structures and unions that the unit declares before, each on its own: {@code struct kobject;}
 * @param typedefs what the unit has to know beyond {@code linux/types.h}; where it may not, the condition is left out
 */
public record PrototypePin(
        List<String> types, List<String> pointers, SortedSet<String> tags, SortedSet<String> typedefs) {
    private static final List<Visibility> VISIBILITIES =
            List.of(Visibility.LINUX_TYPES, new Visibility(LinuxTypes::contains, tag -> !tag.isEmpty()));

    public PrototypePin {
        types = List.copyOf(types);
        pointers = List.copyOf(pointers);
        tags = Collections.unmodifiableSortedSet(tags);
        typedefs = Collections.unmodifiableSortedSet(typedefs);
    }

    /**
     * The pin for the functions of one name.
     *
     * @param functions ids of {@code FUNC}s, at least one
     */
    public static PrototypePin of(Btf btf, int... functions) throws BtfFormatException {
        if (functions.length == 0) {
            throw new IllegalArgumentException("no function to pin");
        }
        List<String> types = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        SortedSet<String> tags = new TreeSet<>();
        SortedSet<String> typedefs = new TreeSet<>();
        for (int function : functions) {
            for (Visibility visibility : VISIBILITIES) {
                Declarations declarations = Declarations.of(btf, visibility);
                Declaration type = declarations.functionType(function);
                if (!types.contains(type.text())) {
                    types.add(type.text());
                    pointers.add(declarations.functionPointer(function).text());
                }
                tags.addAll(type.tags());
                typedefs.addAll(type.typedefs());
            }
        }
        typedefs.removeIf(LinuxTypes::contains);
        return new PrototypePin(types, pointers, tags, typedefs);
    }

    /**
     * The condition.
     *
     * @param function the C name of the function to compare
     */
    public String condition(String function) {
        return anyOf(function, types);
    }

    /** The condition on pointers, for which {@code noreturn} and {@code const} make a difference. */
    String pointerCondition(String function) {
        return anyOf("&" + function, pointers);
    }

    private static String anyOf(String expression, List<String> types) {
        List<String> alternatives = new ArrayList<>(types.size());
        for (String type : types) {
            alternatives.add("__builtin_types_compatible_p(typeof(" + expression + "), " + type + ")");
        }
        return String.join(" || ", alternatives);
    }
}
