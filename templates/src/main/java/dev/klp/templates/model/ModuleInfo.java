package dev.klp.templates.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One {@code tag=value} pair of the {@code .modinfo} section.
 *
 * @param tag the tag, a C identifier
 * @param value one line of printable text
 */
public record ModuleInfo(String tag, String value) {
    private static final String DESCRIPTION = "description";
    private static final String AUTHOR = "author";
    private static final String VERSION = "version";

    /**
     * Written into every livepatch module, by the generated C unit (the first two) or by modpost
     * ({@code scripts/mod/modpost.c}).
     */
    private static final Set<String> ALWAYS_THERE =
            Set.of("livepatch", "license", "name", "depends", "vermagic", "srcversion", "intree", "retpoline");

    /** What {@code MODULE_IMPORT_NS} writes, whose argument is a word before Linux 6.13 and a string since. */
    private static final String IMPORT_NAMESPACE = "import_ns";

    private static final Set<String> OWN_ATTRIBUTES = Set.of(DESCRIPTION, AUTHOR, VERSION, IMPORT_NAMESPACE);

    public ModuleInfo {
        Texts.refuse("modinfo tag", tag, OWN_ATTRIBUTES.contains(tag) ? null : tagProblem(tag));
        Texts.refuse("modinfo value", value, problem(value));
    }

    /** For {@code MODULE_DESCRIPTION}. */
    public static ModuleInfo description(String value) {
        return new ModuleInfo(DESCRIPTION, value);
    }

    /** For {@code MODULE_AUTHOR}. */
    public static ModuleInfo author(String value) {
        return new ModuleInfo(AUTHOR, value);
    }

    /** For {@code MODULE_VERSION}. */
    public static ModuleInfo version(String value) {
        return new ModuleInfo(VERSION, value);
    }

    /** For {@code MODULE_IMPORT_NS}. */
    public static ModuleInfo namespace(SymbolNamespace namespace) {
        return new ModuleInfo(IMPORT_NAMESPACE, namespace.text());
    }

    /** What keeps {@code tag} from being the tag of a free pair, or null. */
    public static @Nullable String tagProblem(String tag) {
        if (ALWAYS_THERE.contains(tag)) {
            return "is in every module already";
        }
        if (OWN_ATTRIBUTES.contains(tag)) {
            return "has an attribute of its own: " + (tag.equals(IMPORT_NAMESPACE) ? "importNs" : tag);
        }
        return CIdentifier.problem(tag);
    }

    /** What keeps {@code text} from being a value, or null. */
    public static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        return text.codePoints()
                .filter(c -> !isPrintable(c))
                .mapToObj(c -> "contains " + Texts.show(c) + ", it must be one line of printable text")
                .findFirst()
                .orElse(null);
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
