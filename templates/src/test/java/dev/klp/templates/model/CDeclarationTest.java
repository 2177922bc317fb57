package dev.klp.templates.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CDeclarationTest {
    private static final List<Declarations> ACCEPTED = Declarations.ACCEPTED;

    @ParameterizedTest
    @FieldSource("ACCEPTED")
    void findsWhatIsDeclared(Declarations expected) {
        assertThat(CDeclaration.problem(expected.text())).isNull();
        CDeclaration declaration = new CDeclaration(expected.text());

        assertThat(declaration.name().text()).isEqualTo(expected.name());
        assertThat(declaration.isFunction()).isEqualTo(expected.function());
        assertThat(declaration.tags()).isEqualTo(expected.tags());
        assertThat(declaration).hasToString(expected.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            int                              | declares no name
            u64                              | lacks a type or a name
            saved_command_line               | lacks a type or a name
            int *                            | declares no name
            struct page                      | declares no name
            unsigned long                    | declares no name
            (int) x                          | declares no name
            *x                               | lacks a type
            struct                           | has 'struct' without a name behind it
            struct int x                     | has 'struct' without a name behind it
            int a, b                         | declares more than one name
            int a(int) b                     | has 'b' behind the declarator of 'a'
            int (a)(int)(int)                | declares an array of functions or a function that returns one
            int a[2](int)                    | declares an array of functions or a function that returns one
            int a()                          | has an empty parameter list, write '(void)'
            int a(int                        | lacks a ')'
            int a[2                          | lacks a ']'
            int a)                           | has a ')' that closes nothing
            int a(int]                       | has a ']' that closes nothing
            int a[...]                       | has '...' outside a parameter list
            int ...                          | has '...' outside a parameter list
            int 9a                           | declares no name
            int a;                           | contains ';', the semicolon is added
            int a = 1                        | contains '=', a declaration of a kernel symbol has no initial value
            struct { int x; } a              | contains '{', name the type and take its header in by 'headers'
            int a; } evil( {                 | contains ';', the semicolon is added
            int a /* b */                    | contains '/', which no declaration needs
            int a #define                    | contains '#', which no declaration needs
            int a "x"                        | contains '"', which no declaration needs
            int a 'x'                        | contains ''', which no declaration needs
            int a \\                         | contains '\\', which no declaration needs
            int a : 3                        | contains ':', which no declaration needs
            int a[2 + 3]                     | contains '+', which no declaration needs
            extern int a                     | contains 'extern', which is added
            static int a                     | contains 'static', the symbol is defined in the kernel
            typedef int a                    | contains 'typedef', the symbol is defined in the kernel
            int a __attribute__((weak))      | contains '__attribute__', which no declaration needs
            int a asm(b)                     | contains 'asm', which no declaration needs
            typeof(b) a                      | contains 'typeof', which no declaration needs
            inline int a(void)               | contains 'inline', which no declaration needs
            int __klp_init                   | declares '__klp_init', which is kept for the generated files, as is every name that begins with '__klp_'
            int linux                        | declares 'linux', which is a macro of the compiler
            """)
    void saysWhatIsWrong(String text, String problem) {
        assertThat(CDeclaration.problem(text)).isEqualTo(problem);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CDeclaration(text))
                .withMessage("declaration \"" + text + "\" " + problem);
    }

    @Test
    void refusesWhatCannotBeSeen() {
        assertThat(CDeclaration.problem("")).isEqualTo("is empty");
        assertThat(CDeclaration.problem("  ")).isEqualTo("is empty");
        assertThat(CDeclaration.problem("int a\nint b")).isEqualTo("contains U+000A, it must be one line");
        assertThat(CDeclaration.problem("int \u0000a")).isEqualTo("contains U+0000, which no declaration needs");
        assertThat(CDeclaration.problem("int gr\u00f6\u00dfe"))
                .isEqualTo("contains U+00F6, which no declaration needs");
    }

    @Test
    void takesAsManyBracketsAsEveryCompiler() {
        assertThat(CDeclaration.problem("int " + "(".repeat(63) + "a" + ")".repeat(63)))
                .isNull();
        assertThat(CDeclaration.problem("int " + "(".repeat(60_000) + "a" + ")".repeat(60_000)))
                .isEqualTo("has more than 63 brackets within each other");
    }
}
