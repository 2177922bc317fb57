package dev.klp.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelNamesTest {
    /** Kind, object and text of every name in a source. */
    private static List<String> names(String source) {
        return KernelNames.of(source).stream()
                .map(name -> name.kind() + " " + name.object() + " " + source.substring(name.start(), name.end()))
                .toList();
    }

    @Test
    void findsEveryNameWithItsObject() {
        String source = """
                import dev.klp.annotations.KlpFunc;

                /** Not "a.literal" @KlpObject("comment"). */
                @KlpPatch(sources = "fix.c", description = "@KlpObject(\\"text\\")")
                public @interface P {
                    // @KlpObject("comment")
                    @KlpObject
                    @KlpModuleReloc(symbol = "nr_threads", declaration = "int nr_threads")
                    interface Vmlinux {
                        @KlpFunc(newFunc = "livepatch_show")
                        void loadavg_proc_show();

                        @dev.klp.annotations.KlpFunc(oldName = "type_show.isra.0", newFunc = "other", sympos = 2)
                        void other();
                    }

                    @KlpModuleReloc(symbol = "zs_get_total_pages", definedIn = "zsmalloc", declaration = "long f(int a)")
                    @KlpObject(value = "zram")
                    interface Zram {
                        @KlpFunc(newFunc = "x")
                        void debug_stat_show();

                        void notReplaced(String parameter);
                    }
                }
                """;

        assertThat(names(source))
                .containsExactly(
                        "SYMBOL vmlinux nr_threads",
                        "METHOD vmlinux loadavg_proc_show",
                        "FUNCTION vmlinux type_show.isra.0",
                        "SYMBOL zsmalloc zs_get_total_pages",
                        "OBJECT zsmalloc zsmalloc",
                        "OBJECT zram zram",
                        "METHOD zram debug_stat_show");
    }

    @Test
    void findsNamesInAContainer() {
        assertThat(names("""
                        @KlpObject("loop")
                        @KlpModuleRelocs({@KlpModuleReloc(symbol = "a"), @KlpModuleReloc(symbol = "b")})
                        interface Loop {}
                        """)).containsExactly("OBJECT loop loop", "SYMBOL loop a", "SYMBOL loop b");
    }

    @Test
    void findsWhatIsBeingTyped() {
        assertThat(names("@KlpObject(\"zr")).containsExactly("OBJECT zr zr");
        assertThat(names("@KlpObject(\"zr\ninterface Zram {}")).containsExactly("OBJECT zr zr");
        assertThat(
                        names(
                                "@KlpObject(\"loop\") @KlpModuleReloc(symbol = \"\ninterface Loop {\n@KlpFunc(newFunc = \"f\") void g();"))
                .contains("SYMBOL loop ");
        assertThat(names("@KlpObject(\"loop\") interface L {\n@KlpFunc(newFunc = \"f\")\nvoid lo_\n}"))
                .contains("METHOD loop lo_");
        assertThat(names("@KlpObject(\"loop\") interface L {\n@KlpFunc(newFunc = \"f\", oldName = \"lo_\n}"))
                .contains("FUNCTION loop lo_");
    }

    /** An editor sends every state of a file; each prefix of this one must be taken, and quickly. */
    @Test
    void endsOnEveryPrefix() {
        String source =
                "/* c */ @KlpObject(value = \"a\\\"\", x = {1, 'c', '\"'}) // e\ninterface A { @KlpFunc(oldName ="
                        + " \"\"\"\n  text \\\"\"\" \"\"\") void f(@B(\"x\") int a); } @interface C {}";
        for (int length = 0; length <= source.length(); length++) {
            String prefix = source.substring(0, length);
            assertThat(KernelNames.of(prefix))
                    .allSatisfy(name -> assertThat(name.end()).isBetween(name.start(), prefix.length()));
        }
    }
}
