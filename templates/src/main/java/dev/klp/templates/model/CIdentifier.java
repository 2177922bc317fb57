package dev.klp.templates.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name that the author's C code uses for a function or a variable: a C identifier, no keyword, and none of the names
 * that the generated files keep for themselves.
 */
public record CIdentifier(String text) {
    /** How every name of file scope begins that the generated C unit defines. */
    public static final String GENERATED_PREFIX = "__klp_";

    /** The one macro that the generated header defines for the author as well. */
    static final String RELOC_MACRO = "KLP_MODULE_RELOC";

    /** C11 6.4.1 and the additions of gcc's {@code -std=gnu11}, which the kernel is compiled with since 5.18. */
    private static final Set<String> KEYWORDS = Set.of(
            ("auto break case char const continue default do double else enum extern float for goto if inline int"
                            + " long register restrict return short signed sizeof static struct switch typedef union"
                            + " unsigned void volatile while _Alignas _Alignof _Atomic _Bool _Complex _Generic _Imaginary"
                            + " _Noreturn _Static_assert _Thread_local asm typeof __asm __asm__ __attribute __attribute__"
                            + " __auto_type __alignof __alignof__ __builtin_offsetof __builtin_types_compatible_p"
                            + " __builtin_va_arg __complex __complex__ __const __const__ __extension__ __imag __imag__"
                            + " __inline __inline__ __int128 __label__ __real __real__ __restrict __restrict__ __seg_fs"
                            + " __seg_gs __signed __signed__ __thread __typeof __typeof__ __volatile __volatile__")
                    .split(" "));

    /** Macros that gcc itself defines under {@code -std=gnu11} and that look like ordinary names. */
    private static final Set<String> PREDEFINED = Set.of("linux", "unix", "i386");

    public CIdentifier {
        Texts.refuse("C name", text, problem(text));
    }

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    /** What keeps {@code text} from being a name of the author's, or null. */
    public static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Texts.isIdentifierPart(text.charAt(i))) {
                return "contains " + Texts.show(text.charAt(i)) + ", a C name consists of letters, digits and '_'";
            }
        }
        if (Texts.isDigit(text.charAt(0))) {
            return "begins with a digit";
        }
        if (isKeyword(text)) {
            return "is a keyword of C";
        }
        if (PREDEFINED.contains(text)) {
            return "is a macro of the compiler";
        }
        if (text.startsWith(GENERATED_PREFIX) || text.equals(RELOC_MACRO)) {
            return "is kept for the generated files, as is every name that begins with '" + GENERATED_PREFIX + "'";
        }
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
