package dev.klp.templates.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each name accepts, and what it says of what it refuses; the constructor refuses exactly that. */
class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "cmdline_patch", "x9", "_x"})
    void moduleNames(String text) {
        accepts(text, ModuleName::problem, ModuleName::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''          | is empty
            9a          | begins with a digit
            i2c-dev     | contains '-', write 'i2c_dev'
            CmdLine-X   | contains 'C', write 'cmdline_x'
            a.b         | contains '.', a module name consists of lower-case letters, digits and '_'
            A/b         | contains 'A', a module name consists of lower-case letters, digits and '_'
            a b         | contains a blank, a module name consists of lower-case letters, digits and '_'
            a;id        | contains ';', a module name consists of lower-case letters, digits and '_'
            $(id)       | contains '$', a module name consists of lower-case letters, digits and '_'
            ../x        | contains '.', a module name consists of lower-case letters, digits and '_'
            größe       | contains U+00F6, a module name consists of lower-case letters, digits and '_'
            vmlinux     | is the name of the kernel itself
            """)
    void noModuleNames(String text, String problem) {
        refuses(text, problem, ModuleName::problem, ModuleName::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "i2c_dev", "8021q", "mISDN_core"})
    void objectNames(String text) {
        accepts(text, ObjectName::problem, ObjectName::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | is empty
            i2c-dev                  | contains '-', the kernel's name for the module is 'i2c_dev'
            loop.ko                  | contains '.', the kernel's name for the module is 'loop'
            snd-hda.ko.xz            | contains '-', the kernel's name for the module is 'snd_hda'
            net/bluetooth/bluetooth  | contains '/', the kernel's name for the module is 'bluetooth'
            a.b                      | contains '.', a module's name consists of letters, digits and '_'
            drivers/                 | contains '/', a module's name consists of letters, digits and '_'
            drivers/vmlinux          | contains '/', a module's name consists of letters, digits and '_'
            "x"                      | contains '"', a module's name consists of letters, digits and '_'
            x)                       | contains ')', a module's name consists of letters, digits and '_'
            """, quoteCharacter = '\0')
    void noObjectNames(String text, String problem) {
        refuses(text.equals("''") ? "" : text, problem, ObjectName::problem, ObjectName::new);
    }

    @Test
    void vmlinuxIsAnObjectButNoModule() {
        assertThat(ObjectName.VMLINUX.isVmlinux()).isTrue();
        assertThat(new ObjectName("loop").isVmlinux()).isFalse();
        assertThat(ObjectName.problem("vmlinux"))
                .isEqualTo("is the kernel itself and no module, the kernel never matches this name; leave it out");
    }

    @Test
    void namesEndWhereTheKernelEndsThem() {
        accepts("m".repeat(55), ModuleName::problem, ModuleName::new);
        accepts("o".repeat(55), ObjectName::problem, ObjectName::new);
        accepts("s".repeat(511), SymbolName::problem, SymbolName::new);
        refuses("m".repeat(56), "has 56 characters, the kernel holds at most 55", ModuleName::problem, ModuleName::new);
        refuses("o".repeat(56), "has 56 characters, the kernel holds at most 55", ObjectName::problem, ObjectName::new);
        refuses(
                "s".repeat(512),
                "has 512 characters, the kernel holds at most 511",
                SymbolName::problem,
                SymbolName::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "foo.isra.0",
                "__key.2",
                "$d",
                "_RNvC5alloc3vec",
                "__pfx_x",
                "a@b",
                "<T>::f",
                "int",
                "foo/bar"
            })
    void symbolNames(String text) {
        accepts(text, SymbolName::problem, SymbolName::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            a,1     | contains ','
            a b     | contains a blank
            a"b     | contains '"'
            a'b     | contains '''
            a\\     | contains '\\'
            a;b     | contains ';'
            gr\u00f6\u00dfe   | contains U+00F6
            """)
    void noSymbolNames(String text, String problem) {
        refuses(
                text,
                problem + ", which no symbol of the kernel has in its name",
                SymbolName::problem,
                SymbolName::new);
    }

    @Test
    void noControlCharactersInSymbolNames() {
        assertThat(SymbolName.problem("a\nb")).startsWith("contains U+000A");
        assertThat(SymbolName.problem("a\0")).startsWith("contains U+0000");
        assertThat(SymbolName.problem("")).isEqualTo("is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_a9", "klp_show", "livepatch_type_show", "__x64_sys_newuname"})
    void cIdentifiers(String text) {
        accepts(text, CIdentifier::problem, CIdentifier::new);
        assertThat(new SymbolName(text).isCIdentifier()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                | is empty
            0a                | begins with a digit
            a-b               | contains '-', a C name consists of letters, digits and '_'
            a.isra.0          | contains '.', a C name consists of letters, digits and '_'
            a(){}             | contains '(', a C name consists of letters, digits and '_'
            int               | is a keyword of C
            inline            | is a keyword of C
            typeof            | is a keyword of C
            asm               | is a keyword of C
            __attribute__     | is a keyword of C
            _Static_assert    | is a keyword of C
            linux             | is a macro of the compiler
            __klp_init        | is kept for the generated files, as is every name that begins with '__klp_'
            KLP_MODULE_RELOC  | is kept for the generated files, as is every name that begins with '__klp_'
            """)
    void noCIdentifiers(String text, String problem) {
        refuses(text, problem, CIdentifier::problem, CIdentifier::new);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 17, 0xffff_ffffL})
    void positions(long value) {
        assertThat(SymbolPosition.problem(value)).isNull();
        assertThat(new SymbolPosition(value).value()).isEqualTo(value);
    }

    @Test
    void noPositions() {
        assertThat(SymbolPosition.problem(-1))
                .isEqualTo("is negative, positions count from 1 and 0 says that the name is unique");
        assertThat(SymbolPosition.problem(0x1_0000_0000L)).isEqualTo("is above 4294967295");
        assertThatIllegalArgumentException().isThrownBy(() -> new SymbolPosition(-1));
    }

    static <T> void accepts(String text, Function<String, @Nullable String> problem, Function<String, T> constructor) {
        assertThat(problem.apply(text)).isNull();
        assertThat(constructor.apply(text)).isNotNull().hasToString(text);
    }

    static <T> void refuses(
            String text, String expected, Function<String, @Nullable String> problem, Function<String, T> constructor) {
        assertThat(problem.apply(text)).isEqualTo(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constructor.apply(text))
                .withMessageEndingWith(expected);
    }
}
