package dev.klp.processor.csource;

import java.util.Set;

/**
 * One token of a C file.
 *
 * @param kind what it is
 * @param text its characters; of a text or a character constant nothing but its quote
 * @param line its line, from 1
 */
public record Token(Kind kind, String text, int line) {
    /** What a token is, as far as it matters here. */
    public enum Kind {
        /** A keyword or a name. */
        WORD,
        /** A number. */
        NUMBER,
        /** A string literal or a character constant. */
        TEXT,
        /** An operator or other punctuation. */
        PUNCTUATION
    }

    /** C11 6.4.1 without the words for types, and what gcc adds. */
    private static final Set<String> STATEMENT_WORDS = Set.of(
            ("break case continue default do else for goto if return sizeof switch while _Alignof _Generic __alignof__"
                            + " __builtin_offsetof __builtin_types_compatible_p asm __asm__ __asm")
                    .split(" "));

    private static final Set<String> TYPE_WORDS =
            Set.of(("auto char const double enum extern float inline int long register"
                            + " restrict short signed static struct typedef union unsigned void volatile _Atomic _Bool _Noreturn"
                            + " _Thread_local __attribute__ __attribute __auto_type __const __extension__ __inline __inline__"
                            + " __int128 __restrict __restrict__ __signed__ __typeof__ __volatile__ typeof _Alignas _Static_assert")
                    .split(" "));

    /** Whether it is this operator or punctuation. */
    boolean is(String punctuation) {
        return kind == Kind.PUNCTUATION && text.equals(punctuation);
    }

    /** Whether it is this word. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether it is {@code struct}, {@code union} or {@code enum}. */
    boolean isTagKeyword() {
        return isWord("struct") || isWord("union") || isWord("enum");
    }

    /** Whether it is a keyword that only a declaration begins with. */
    boolean isTypeWord() {
        return kind == Kind.WORD && TYPE_WORDS.contains(text);
    }

    /** Whether it is a keyword with arguments between parentheses that is no function: {@code __attribute__((packed))}. */
    boolean takesParentheses() {
        return isTypeWord() && (text.contains("attribute") || text.contains("typeof") || text.equals("_Alignas"));
    }

    /** Whether it is a word that may name something. */
    boolean isName() {
        return kind == Kind.WORD && !TYPE_WORDS.contains(text) && !STATEMENT_WORDS.contains(text);
    }
}
